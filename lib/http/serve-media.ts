import { Readable } from 'node:stream'
import { AppError } from '@/lib/errors'
import type { Runtime } from '@/lib/runtime'
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
  'audio/aac',
  'audio/amr',
  'audio/ogg',
  'audio/ogg; codecs=opus',
  'audio/webm',
])

interface StoredFile {
  type: string
  name: string | null
  sha256: string
}

/** Serves stored bytes: with Range, an ETag, no sniffing and a sandbox. Throws `not_found`. */
export async function serveMedia(
  runtime: Pick<Runtime, 'ctx' | 'media'>,
  request: Request,
  id: string,
  part: 'file' | 'thumbnail',
): Promise<Response> {
  const file = await findFile(runtime, id, part)
  const size = file && (await runtime.media.store.sizeOf(file.sha256))
  if (!file || size === undefined) throw new AppError('not_found', 'This file is not in store.')
  const headers = headersFor(file)
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
  if (size === 0) return new Response(null, { headers })
  const stream = await runtime.media.store.read(file.sha256, { start, end })
  return new Response(toWeb(stream), { status: range ? 206 : 200, headers })
}

async function findFile(
  { ctx }: Pick<Runtime, 'ctx'>,
  id: string,
  part: 'file' | 'thumbnail',
): Promise<StoredFile | undefined> {
  const [row] =
    part === 'file'
      ? await ctx.sql<StoredFile[]>`
          select type, name, sha256 from media where id = ${id} and state = 'stored'`
      : await ctx.sql<StoredFile[]>`
          select 'image/webp' as type, null as name, thumbnail_sha256 as sha256 from media
          where id = ${id} and thumbnail_sha256 is not null`
  return row
}

function headersFor({ type, name, sha256 }: StoredFile): Headers {
  const inline = INLINE_TYPES.has(type)
  const filename = name ? `; filename*=UTF-8''${encodeURIComponent(name)}` : ''
  return new Headers({
    'Content-Type': inline ? type : 'application/octet-stream',
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}${filename}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Accept-Ranges': 'bytes',
    // The id names these bytes for ever, but only the signed-in may have them.
    'Cache-Control': 'private, max-age=31536000, immutable',
    ETag: `"${sha256}"`,
  })
}

function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}
