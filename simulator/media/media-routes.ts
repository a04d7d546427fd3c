import { type Answer, type Call, type Route, toJsonAnswer } from '../router'
import { bytesOfSample, findPiece } from './catalogue'
import { sentRoutes } from './sent'

/** The public URLs that the File API gives out, and the links of Messenger's attachments. */
export const mediaRoutes: Route[] = [
  ...sentRoutes,
  { method: 'GET', pattern: '/media/:mediaId/:name', handler: serve },
  { method: 'HEAD', pattern: '/media/:mediaId/:name', handler: serve },
]

async function serve(call: Call): Promise<Answer | undefined> {
  const { params, headers } = call
  const piece = findPiece(params.mediaId ?? '')
  if (!piece) return toJsonAnswer(404, { ok: 0, error: { message: 'There is no such file.' } })
  if (piece.serve) return piece.serve(call)
  const bytes = await bytesOfSample(piece)
  const base = {
    'Content-Type': piece.mime,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'max-age=3600',
  }
  const range = parseRange(headers.range, bytes.length)
  if (!range)
    return { status: 200, headers: { ...base, 'Content-Length': `${bytes.length}` }, body: bytes }
  const [first, last] = range
  const part = bytes.subarray(first, last + 1)
  const place = `bytes ${first}-${last}/${bytes.length}`
  return {
    status: 206,
    headers: { ...base, 'Content-Range': place, 'Content-Length': `${part.length}` },
    body: part,
  }
}

/** First and last byte of `bytes=a-b`, `bytes=a-` or `bytes=-n`; undefined for anything else, which gives the whole. */
function parseRange(header: string | undefined, size: number): [number, number] | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (!match[1] && !match[2])) return undefined
  const first = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]))
  const last = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1
  return first <= last ? [first, last] : undefined
}
