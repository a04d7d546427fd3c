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
  const words = JSON.stringify({ error })
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', Buffer.byteLength(words))
  response.setHeader('Cache-Control', 'no-store')
  return words
}
