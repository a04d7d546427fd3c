import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { type Agent, fetch, type Response } from 'undici'
import { toErrorText } from '@/lib/errors'
import { PrivateAddress, refusedBecause } from './guard'
import type { MediaStore } from './store'

const SIZE_MAX = 100 * 1024 * 1024
const TIME_MAX_MS = 120_000
const REDIRECTS_MAX = 3

/** `refused`: against a rule, trying again won't help. `gone`: the host has it no more. `failed`: try again later. */
export type Download =
  | { kind: 'stored'; sha256: string; size: number; path: string }
  | { kind: 'refused' | 'gone' | 'failed'; reason: string }

/** Fetches a public address into the store, with every redirect judged again, and limits on size and time. */
export async function download(
  address: string,
  { agent, store, allowPrivate }: { agent: Agent; store: MediaStore; allowPrivate: boolean },
): Promise<Download> {
  const signal = AbortSignal.timeout(TIME_MAX_MS)
  try {
    let url = new URL(address)
    for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
      const refused = refusedBecause(url, allowPrivate)
      if (refused) return { kind: 'refused', reason: refused }
      const response = await fetch(url, { dispatcher: agent, redirect: 'manual', signal })
      const next = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && next) {
        await response.body?.cancel()
        url = new URL(next, url)
        continue
      }
      return await keep(response, store)
    }
    return { kind: 'refused', reason: 'The address of the file redirects too often.' }
  } catch (error) {
    return toFailure(error)
  }
}

async function keep(response: Response, store: MediaStore): Promise<Download> {
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    const isGone = response.status === 404 || response.status === 410 || response.status === 403
    return {
      kind: isGone ? 'gone' : 'failed',
      reason: `The file’s host answered ${response.status}.`,
    }
  }
  const temporary = await store.temporaryPath()
  try {
    const written = await write(response.body, temporary)
    if (!written)
      return { kind: 'refused', reason: `The file is larger than ${SIZE_MAX / 1024 / 1024} MB.` }
    await store.keep(temporary, written.sha256)
    return { kind: 'stored', ...written, path: store.pathOf(written.sha256) }
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Undefined when there are more bytes than allowed, whatever the headers promised. */
async function write(body: AsyncIterable<Uint8Array>, temporary: string) {
  const hash = createHash('sha256')
  const file = await open(temporary, 'w')
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > SIZE_MAX) return undefined
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await file.close()
  }
}

function toFailure(error: unknown): Download {
  const cause = error instanceof Error && error.cause ? error.cause : error
  if (cause instanceof PrivateAddress)
    return { kind: 'refused', reason: 'The file is on a private address.' }
  if (error instanceof TypeError && error.message === 'Invalid URL')
    return { kind: 'refused', reason: 'The address of the file is no address.' }
  return { kind: 'failed', reason: `The file could not be fetched: ${toErrorText(cause)}` }
}
