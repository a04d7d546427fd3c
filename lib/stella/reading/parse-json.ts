import type { Json } from './json'

/**
 * JSON.parse, but whole numbers beyond 53 bits come as text: they are ids (WeChat's `MsgId` has 64 bits, Facts §9),
 * and as numbers two of them would become one. Throws SyntaxError for text that is no JSON.
 */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text)
  return LONG.test(text) ? JSON.parse(withLongNumbersQuoted(text)) : value
}

const LONG = /\d{16}/

/** One walk through text that is known to be JSON: outside of strings, long numbers get quotes. */
function withLongNumbersQuoted(text: string): string {
  const next = /"|-?\d[\d.eE+-]*/g
  const parts: string[] = []
  let done = 0
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [token] = found
    if (token === '"') next.lastIndex = endOfString(text, next.lastIndex)
    else if (isTooLong(token)) {
      parts.push(text.slice(done, found.index), `"${token}"`)
      done = next.lastIndex
    }
  }
  return [...parts, text.slice(done)].join('')
}

/** Behind the quote that closes a string: one that no backslash, or an even number of them, stands before. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote
    while (text[before - 1] === '\\') before -= 1
    if ((quote - before) % 2 === 0) return quote + 1
  }
  return text.length
}

function isTooLong(number: string): boolean {
  return /^-?\d+$/.test(number) && !Number.isSafeInteger(Number(number))
}
