import { ZodError } from 'zod'
import { isUnavailable } from '@/lib/db/driver/unavailable'
import { isUnstorableText } from '@/lib/db/driver/unstorable'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'

/** Data of the inbox is for the one who asked, now. */
const HEADERS = { 'Cache-Control': 'no-store' }

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: HEADERS })
}

/** Runs a handler; the only place where what it throws becomes an answer. */
export async function answer(handle: () => Promise<unknown>): Promise<Response> {
  try {
    const result = await handle()
    return result instanceof Response ? result : json(result)
  } catch (error) {
    return toErrorResponse(error)
  }
}

function toErrorResponse(error: unknown): Response {
  if (error instanceof AppError) return toAppErrorResponse(error)
  if (error instanceof ZodError) {
    const issue = error.issues[0]
    return failure(400, 'invalid', issue?.message ?? 'The request is not as expected.')
  }
  if (isUnavailable(error)) return toAppErrorResponse(away(error))
  if (error instanceof SyntaxError) return failure(400, 'invalid', 'The request could not be read.')
  if (isUnstorableText(error))
    return failure(400, 'invalid', 'A text has a broken character. Type it again.')
  logger.error({ error }, 'A request failed')
  return failure(500, 'internal', 'Something went wrong on our side. It has been logged.')
}

function away(cause: unknown): AppError {
  return Object.assign(
    new AppError('unavailable', 'The database is away. Try again in a moment.'),
    { cause },
  )
}

function toAppErrorResponse(error: AppError): Response {
  if (error.cause) logger.warn({ error: error.cause }, error.message)
  const response = failure(error.status, error.code, error.message, error.details)
  if (error.status === 503) response.headers.set('Retry-After', '2')
  return response
}

function failure(status: number, code: string, message: string, details: object = {}): Response {
  return json({ error: { code, message, ...details } }, status)
}
