import { bytesOf } from './field-rules'
import type { TextLimit } from './sendable'

/**
 * A long text as pieces that keep within the platform's limit, to be sent one after the other: cut at the end of a
 * paragraph, a line, a sentence or a word where there is one in the last half of a piece, and never inside a
 * character as people see it. Joined without outer space they are the text; none is empty.
 */
export function splitText(text: string, limit: TextLimit): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (!fits(rest, limit)) {
    const end = findEnd(rest, lengthWithin(rest, limit))
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest ? [...pieces, rest] : pieces
}

function fits(text: string, { lengthMax, bytesMax = Number.POSITIVE_INFINITY }: TextLimit) {
  // No UTF-16 unit takes more than three bytes.
  const isShort = text.length <= Math.min(lengthMax, bytesMax / 3)
  return isShort || (text.length <= lengthMax && bytesOf(text) <= bytesMax)
}

/** How many UTF-16 units from the start keep within the limit; at least one character. */
function lengthWithin(text: string, { lengthMax, bytesMax }: TextLimit): number {
  if (bytesMax === undefined) return lengthMax
  let length = 0
  let bytes = 0
  for (const character of text.slice(0, lengthMax)) {
    bytes += bytesOf(character)
    if (bytes > bytesMax && length > 0) break
    length += character.length
  }
  return length
}

/** From the best place to cut to the worst: after a paragraph, a line, a sentence, a word. */
const BORDERS = [/\n\s*\n/gu, /\n/gu, /[.!?…](?=\s)|[。！？]/gu, /\s/gu]

function findEnd(text: string, max: number): number {
  const window = text.slice(0, max + 1)
  for (const border of BORDERS) {
    const ends = [...window.matchAll(border)].map((match) => match.index + match[0].length)
    const end = ends.findLast((each) => text.slice(0, each).trimEnd().length <= max)
    if (end !== undefined && end > max / 2) return end
  }
  return endOfGrapheme(text, max)
}

/** The last border of a character at or before `max`; a single character longer than that is cut by code points. */
function endOfGrapheme(text: string, max: number): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let end = 0
  for (const { index, segment } of segmenter.segment(text.slice(0, max * 2))) {
    if (index + segment.length > max) break
    end = index + segment.length
  }
  if (end > 0) return end
  const code = text.charCodeAt(max - 1)
  const isHighSurrogate = code >= 0xd800 && code <= 0xdbff
  return isHighSurrogate && max > 1 ? max - 1 : max
}
