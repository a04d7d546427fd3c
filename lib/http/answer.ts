import { ZodError } from 'zod'
import type { Reader } from '@/lib/auth/reader-locale'
import { isUnavailable } from '@/lib/db/driver/unavailable'
import { isUnstorableText } from '@/lib/db/driver/unstorable'
import { AppError } from '@/lib/errors'
import { translatorFor } from '@/lib/i18n/catalogues'
import { DEFAULT_LOCALE } from '@/lib/i18n/locale'
import { reason, type Said, toSaid } from '@/lib/i18n/reason'
import { logger } from '@/lib/logger'

/** Data of the inbox is for the one who asked, now. */
const HEADERS = { 'Cache-Control': 'no-store' }

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: HEADERS })
}

/**
 * Runs a handler; the only place where what it throws becomes an answer. `reader` is asked after the handler has failed,
 * when it is known who is signed in.
 */
export async function answer(
  handle: () => Promise<unknown>,
  reader: () => Reader = () => ({ locale: DEFAULT_LOCALE }),
): Promise<Response> {
  try {
    const result = await handle()
    return result instanceof Response ? result : json(result)
  } catch (error) {
    return toErrorResponse(toAppError(error), reader())
  }
}

/** What went wrong, as a refusal with a reason; undefined for a fault of ours. */
function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof ZodError) {
    const issue = error.issues[0]
    return new AppError('invalid', issue ? toSaid(issue.message) : reason('failure.invalid'))
  }
  if (isUnavailable(error))
    return withCause(new AppError('unavailable', reason('failure.databaseAway')), error)
  if (error instanceof SyntaxError) return new AppError('invalid', reason('failure.unreadable'))
  if (isUnstorableText(error)) return new AppError('invalid', reason('failure.brokenText'))
  logger.error({ error }, 'A request failed')
  return undefined
}

function withCause(error: AppError, cause: unknown): AppError {
  return Object.assign(error, { cause })
}

function toErrorResponse(error: AppError | undefined, reader: Reader): Response {
  if (!error) return failure(500, 'internal', reason('failure.unexpected'), reader)
  if (error.cause) logger.warn({ error: error.cause }, error.message)
  const response = failure(error.status, error.code, error.reason, reader, error.details)
  if (error.status === 503) response.headers.set('Retry-After', '2')
  return response
}

function failure(status: number, code: string, said: Said, reader: Reader, details: object = {}) {
  const message = translatorFor(reader.locale, reader.timeZone).say(said)
  return json({ error: { code, message, ...details } }, status)
}
