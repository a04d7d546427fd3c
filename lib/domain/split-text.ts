/**
 * A long text as pieces of at most `max` UTF-16 units, to be sent one after the other: cut at the end of a
 * paragraph, a line, a sentence or a word where there is one in the last half of a piece, and never inside a
 * character as people see it. Joined without outer space they are the text; none is empty.
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const end = findEnd(rest, max)
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest ? [...pieces, rest] : pieces
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
