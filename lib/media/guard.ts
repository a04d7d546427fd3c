import { Agent } from 'undici'
import { type Reason, reason } from '@/lib/i18n/reason'
import { type AddressFault, faultOf, publicLookup } from '@/lib/public-address'

const REASONS: Record<AddressFault, Reason> = {
  'not-https': reason('media.fetched.notHttps'),
  password: reason('media.fetched.password'),
  private: reason('media.fetched.private'),
}

/** Why an address may not be fetched; undefined when it may (architecture.md "Media"). */
export function addressRefusedBecause(url: URL, allowPrivate: boolean): Reason | undefined {
  const fault = faultOf(url, allowPrivate)
  return fault && REASONS[fault]
}

/** The connections on which files are fetched: to public addresses only, judged once the name was resolved. */
export function openMediaAgent(
  allowPrivate: boolean,
  resolve?: Parameters<typeof publicLookup>[1],
): Agent {
  return new Agent({
    connect: { timeout: 5_000, lookup: publicLookup(allowPrivate, resolve) },
    headersTimeout: 20_000,
    bodyTimeout: 20_000,
  })
}
