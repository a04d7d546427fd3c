import { Agent } from 'undici'
import { type AddressFault, faultOf, publicLookup } from '@/lib/public-address'

const WORDS: Record<AddressFault, string> = {
  'not-https': 'The file is not on an https address.',
  password: 'The address of the file holds a password.',
  private: 'The file is on a private address.',
}

/** Why an address may not be fetched; undefined when it may (architecture.md "Media"). */
export function addressRefusedBecause(url: URL, allowPrivate: boolean): string | undefined {
  const fault = faultOf(url, allowPrivate)
  return fault && WORDS[fault]
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
