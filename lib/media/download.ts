import { rm } from 'node:fs/promises'
import { type Agent, fetch, type Response } from 'undici'
import { toErrorText } from '@/lib/errors'
import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import { PrivateAddress } from '@/lib/public-address'
import { addressRefusedBecause } from './guard'
import type { MediaStore } from './store'
import { TooLarge, writeHashed } from './write-hashed'

/** How much of a stranger's server we bear: bytes of a file, time for all of it, and redirects on the way. */
export interface DownloadLimits {
  sizeMax: number
  timeMaxMs: number
}

const LIMITS: DownloadLimits = { sizeMax: 100 * 1024 * 1024, timeMaxMs: 120_000 }
const REDIRECTS_MAX = 3

/** `refused`: against a rule, trying again won't help. `gone`: the host has it no more. `failed`: try again later. */
export type Download =
  /** In a temporary file that the caller keeps or removes. */
  | { kind: 'fetched'; temporary: string; sha256: string; size: number }
  | { kind: 'refused' | 'gone' | 'failed'; reason: Said }

export interface DownloadTools {
  agent: Agent
  store: Pick<MediaStore, 'temporaryPath'>
  allowPrivate: boolean
  limits?: DownloadLimits
}

/** Fetches a public address to a temporary file, with every redirect judged again, and limits on size and time. */
export async function download(address: string, tools: DownloadTools): Promise<Download> {
  const limits = tools.limits ?? LIMITS
  const signal = AbortSignal.timeout(limits.timeMaxMs)
  try {
    let url = new URL(address)
    for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
      const refused = addressRefusedBecause(url, tools.allowPrivate)
      if (refused) return { kind: 'refused', reason: refused }
      const response = await fetch(url, {
        dispatcher: tools.agent,
        redirect: 'manual',
        signal,
        // Packed answers would make the size on the way another one than the size on disk.
        headers: { 'accept-encoding': 'identity' },
      })
      const next = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && next) {
        await response.body?.cancel()
        url = new URL(next, url)
        continue
      }
      return await receive(response, tools, limits)
    }
    return { kind: 'refused', reason: reason('media.fetched.redirects') }
  } catch (error) {
    return toFailure(error, limits)
  }
}

async function receive(
  response: Response,
  { store }: DownloadTools,
  { sizeMax }: DownloadLimits,
): Promise<Download> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (!response.ok || !response.body || announced > sizeMax) {
    await response.body?.cancel()
    if (response.ok && announced > sizeMax) throw new TooLarge()
    return { kind: isGone(response.status) ? 'gone' : 'failed', reason: toReason(response.status) }
  }
  const temporary = await store.temporaryPath()
  try {
    return { kind: 'fetched', temporary, ...(await writeHashed(response.body, temporary, sizeMax)) }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Signed addresses that have run out answer 403, at Meta and at every S3. */
function isGone(status: number): boolean {
  return status === 404 || status === 410 || status === 403
}

function toReason(status: number): Reason {
  return status === 200
    ? reason('media.fetched.nothing')
    : reason('media.fetched.answered', { status })
}

function toFailure(error: unknown, { sizeMax }: DownloadLimits): Download {
  const cause = error instanceof Error && error.cause ? error.cause : error
  if (error instanceof TooLarge)
    return {
      kind: 'refused',
      reason: reason('media.fetched.tooLarge', { max: { bytes: sizeMax } }),
    }
  if (cause instanceof PrivateAddress)
    return { kind: 'refused', reason: reason('media.fetched.private') }
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_URL')
    return { kind: 'refused', reason: reason('media.fetched.notAddress') }
  if (error instanceof Error && error.name === 'TimeoutError')
    return { kind: 'failed', reason: reason('media.fetched.slow') }
  return { kind: 'failed', reason: reason('media.fetched.failed', { why: toErrorText(cause) }) }
}
