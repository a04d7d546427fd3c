import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { readBytes } from './body'

const FORM = 'application/x-www-form-urlencoded'

/**
 * The body of a form, counted before anything reads it; empty where there is none. Throws `too_large`, and `unsupported`
 * for every other way to write one.
 */
export async function readForm(request: Request): Promise<string> {
  const type = request.headers.get('content-type')
  if (type !== null && type.split(';')[0]?.trim().toLowerCase() !== FORM) throw unsupported()
  const text = (await readBytes(request)).toString('utf8')
  if (text && type === null) throw unsupported()
  return text
}

/** The same request with this form as its body, for a library that reads bodies by itself. */
export function withForm(request: Request, form: string): { headers: Headers; body: string } {
  const headers = new Headers(request.headers)
  // Exactly: next-auth looks for the names of types anywhere in the header.
  headers.set('content-type', FORM)
  headers.delete('content-length')
  return { headers, body: form }
}

function unsupported() {
  return new AppError('unsupported', reason('failure.body.notForm', { type: FORM }))
}
