import { randomUUID } from 'node:crypto'
import type { ResponseObject } from '@/lib/stella/wire'
import { type Call, type Route, toJsonAnswer } from '../router'

const TIMEOUT_MS = 10_000
const BYTES_MAX = 64 * 1024 * 1024

/** Types that each kind of message may be of (Facts §7.5); documents may be anything but a page. */
const TYPES: Record<string, RegExp> = {
  IMAGE: /^image\/(jpeg|png|gif|bmp|tiff)$/,
  VIDEO: /^video\/(mp4|3gpp)$/,
  AUDIO: /^audio\/(aac|amr|mpeg|mp4|x-m4a|ogg)/,
  FILE: /^(?!text\/html)/,
}

export interface SentFile {
  /** Where this simulator serves what it fetched. */
  path: string
}

/** As the platform tells it in a failed status (Facts §7.4). */
export interface Unfetched {
  code: number
  title: string
}

interface Kept {
  type: string
  bytes: Buffer
}

const kept = new Map<string, Kept>()

/** The platform fetches the file of a message by its address, without any login, and keeps a copy for the phone. */
export async function fetchSent(
  response: ResponseObject,
): Promise<SentFile | Unfetched | undefined> {
  const types = TYPES[response.type]
  if (!types || typeof response.url !== 'string') return undefined
  try {
    const answer = await fetch(response.url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const type = answer.headers.get('content-type') ?? ''
    if (!answer.ok) return unfetched(`the address answered ${answer.status}`)
    if (!types.test(type)) return unfetched(`${type || 'no type'} is not ${response.type}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (bytes.length > BYTES_MAX) return unfetched('the file is too large')
    const id = randomUUID()
    kept.set(id, { type, bytes })
    return { path: `/media/sent/${id}` }
  } catch (error) {
    return unfetched(error instanceof Error ? error.message : String(error))
  }
}

/** What the phone shows of the files it was sent; gone when the simulator restarts. */
export const sentRoutes: Route[] = [
  { method: 'GET', pattern: '/media/sent/:id', handler: ({ params }: Call) => serve(params.id) },
]

function serve(id = '') {
  const file = kept.get(id)
  if (!file)
    return toJsonAnswer(404, { ok: 0, error: { message: 'The simulator has restarted since.' } })
  return { status: 200, headers: { 'Content-Type': file.type }, body: file.bytes }
}

function unfetched(why: string): Unfetched {
  return { code: 131014, title: `The media URL could not be fetched: ${why}` }
}
