import { Readable } from 'node:stream'
import type { ServedFile } from '@/lib/db/media/served-files'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import type { MediaStore } from '@/lib/media/store'
import { parseRange } from './range'

/** Types that a browser may show in the page; everything else is a download (architecture.md "Media"). */
const INLINE_TYPES = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'video/mp4',
  'video/webm',
  'video/3gpp',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/amr',
  'audio/wav',
  'audio/ogg',
  'audio/ogg; codecs=opus',
  'audio/webm',
])

/** `ours`: our own pages, signed in. `platform`: whoever has the address, with the type as it is. */
export type Audience = 'ours' | 'platform'

/** Serves stored bytes as a stream: with Range, an ETag, no sniffing and a sandbox. Throws `not_found`. */
export async function serveBytes(
  store: MediaStore,
  request: Request,
  file: ServedFile | undefined,
  audience: Audience = 'ours',
): Promise<Response> {
  const size = file && (await store.sizeOf(file.sha256))
  if (!file || size === undefined) throw new AppError('not_found', reason('media.served.notStored'))
  const headers = headersFor(file, audience)
  if (request.headers.get('if-none-match') === headers.get('ETag'))
    return new Response(null, { status: 304, headers })

  const range = parseRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${size}`)
  const status = range ? 206 : 200
  if (size === 0 || request.method === 'HEAD') return new Response(null, { status, headers })
  const stream = await store.read(file.sha256, { start, end })
  return new Response(toWeb(stream), { status, headers })
}

function headersFor({ type, name, sha256 }: ServedFile, audience: Audience): Headers {
  const inline = INLINE_TYPES.has(type)
  const filename = name ? `; filename*=UTF-8''${encodeURIComponent(name)}` : ''
  const headers = new Headers({
    'Content-Type': inline || audience === 'platform' ? type : 'application/octet-stream',
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}${filename}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Accept-Ranges': 'bytes',
    // The id names these bytes for ever, but only those who may see them now: each use asks, and 304 costs no bytes.
    'Cache-Control': 'private, no-cache',
    ETag: `"${sha256}"`,
  })
  if (audience === 'platform') {
    // A widget on the member's page may show it; nothing may list it, and no proxy keep it past its time.
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
    headers.set('X-Robots-Tag', 'noindex, nofollow')
    headers.set('Cache-Control', 'private, max-age=3600')
  }
  return headers
}

function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}
