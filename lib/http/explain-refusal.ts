import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Reason, reason } from '@/lib/i18n/reason'
import { sayTo } from './say-to'

/** What Next refuses by itself, without a word: a method that a route doesn't know, and one that HTTP doesn't. */
const REFUSALS: Record<number, { code: string; reason: Reason }> = {
  400: { code: 'invalid', reason: reason('failure.invalid') },
  405: { code: 'not_allowed', reason: reason('failure.methodNotAllowed') },
}

/**
 * Puts words into refusals of the API that would go out empty, as every other one has them: `{ error: { code, message } }`.
 * Call it before Next gets the request; a refusal with a body of its own stays as it is.
 */
export function explainRefusals(request: IncomingMessage, response: ServerResponse): void {
  if (!/^\/api(?:\/|\?|$)/.test(request.url ?? '')) return
  const { writeHead, end } = response
  let words: string | undefined
  replace(response, 'writeHead', (...given) => {
    words = toWords(response, Number(given[0]))
    return Reflect.apply(writeHead, response, given)
  })
  replace(response, 'end', (...given) => {
    // What compresses writes the head itself, before it ends.
    if (!response.headersSent) response.writeHead(response.statusCode)
    const isBare = given[0] === undefined || typeof given[0] === 'function'
    return Reflect.apply(end, response, words && isBare ? [words] : given)
  })
}

function replace(response: ServerResponse, name: string, value: (...given: unknown[]) => unknown) {
  Object.defineProperty(response, name, { value, configurable: true, writable: true })
}

/** The words, and their headers set; undefined where a body is announced. */
function toWords(response: ServerResponse, status: number): string | undefined {
  const error = REFUSALS[status]
  if (!error || response.hasHeader('content-type') || response.req.method === 'HEAD')
    return undefined
  const message = sayTo(response.req, error.reason)
  const words = JSON.stringify({ error: { code: error.code, message } })
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', Buffer.byteLength(words))
  response.setHeader('Cache-Control', 'no-store')
  return words
}
