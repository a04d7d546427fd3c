import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { bodyLimit, tooLargeBecause } from './body-limits'

/**
 * The exact bytes of a request, counted while they come: past what its address takes (lib/http/body/body-limits.ts) nothing
 * more is read. Throws `too_large`.
 */
export async function readBytes(request: Request): Promise<Buffer> {
  const max = limitOf(request)
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body)
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > max) throw tooLarge(max)
      chunks.push(chunk)
    }
  return Buffer.concat(chunks)
}

/** The bytes of a request as they come. Throws `too_large` at once where the header already says so. */
export function streamBody(request: Request): AsyncIterable<Uint8Array> {
  limitOf(request)
  return (request.body ?? new Blob().stream()) as unknown as AsyncIterable<Uint8Array>
}

/** Nothing of ours is nested so deep; what reads a body part by part would run out of stack. */
const JSON_DEPTH_MAX = 64

/** Throws `invalid` for what is no JSON or nested without end, `too_large` past what the address takes. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request)
  const value = parse(bytes.toString('utf8'))
  if (isDeeper(value, JSON_DEPTH_MAX)) throw new AppError('invalid', reason('failure.body.tooDeep'))
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid', reason('failure.body.notJson'))
  }
}

/** Level by level, without calling itself. */
function isDeeper(value: unknown, max: number): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > max) return true
    level = level.flatMap((each) => (isHolder(each) ? Object.values(each) : []))
  }
  return false
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Throws where the header already says that it is too large. */
function limitOf(request: Request): number {
  const max = bodyLimit(request.method, new URL(request.url).pathname)
  if (Number(request.headers.get('content-length') ?? 0) > max) throw tooLarge(max)
  return max
}

function tooLarge(max: number) {
  return new AppError('too_large', tooLargeBecause(max))
}
