import type { IncomingMessage, ServerResponse } from 'node:http'

/** What Next refuses by itself, without a word: a method that a route doesn't know, and one that HTTP doesn't. */
const REFUSALS: Record<number, { code: string; message: string }> = {
  400: { code: 'invalid', message: 'The request is not as expected.' },
  405: { code: 'not_allowed', message: 'This address does not take this method.' },
}

/**
 * Puts words into refusals of the API that would go out empty, as every other one has them: `{ error: { code, message } }`.
 * Call it before Next gets the request; a refusal with a body of its own stays as it is.
 */
export function explainRefusals(request: IncomingMessage, response: ServerResponse): void {
  if (!/^\/api(?:\/|\?|$)/.test(request.url ?? '')) return
  const end = response.end
  const explained = (...given: unknown[]) => {
    response.end = end
    const isBare = typeof given[0] === 'function' || given[0] === undefined
    if (isBare && !response.headersSent && request.method !== 'HEAD') {
      const words = toWords(response)
      if (words) return response.end(words)
    }
    return Reflect.apply(end, response, given)
  }
  Object.defineProperty(response, 'end', { value: explained, configurable: true, writable: true })
}

function toWords(response: ServerResponse): string | undefined {
  const error = REFUSALS[response.statusCode]
  if (!error) return undefined
  const words = JSON.stringify({ error })
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', Buffer.byteLength(words))
  response.setHeader('Cache-Control', 'no-store')
  return words
}
