export type Token =
  | { type: 'text'; text: string }
  | { type: 'link'; text: string; href: string }
  | { type: 'code'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Token[] }

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const
type Mark = keyof typeof MARKS

const FENCE = '```'
// Ends at white space, quotes, and the full-width punctuation that follows an address in Chinese text.
const LINK = /https?:\/\/[^\s<>"'`，。；：！？、「」『』（）【】《》]+/giu
const TRAILING = /[.,;:!?*_~]+$/u
/** Beyond this no platform formats, and nobody should wait for us to try. */
const MARKED_LENGTH_MAX = 10_000
const WORD = /[\p{L}\p{N}]/u

/**
 * The text of a message as tokens, for rendering as elements. Links are http and https only. With `marks`,
 * WhatsApp's own formatting counts: *bold*, _italic_, ~strike~ within a line, ```code``` across lines.
 */
export function toTokens(text: string, options: { marks: boolean }): Token[] {
  return options.marks && text.length <= MARKED_LENGTH_MAX ? withCode(text) : withLinks(text)
}

/** The http and https addresses in a text, in order. */
export function linksIn(text: string): string[] {
  return withLinks(text).flatMap((token) => (token.type === 'link' ? [token.href] : []))
}

function withCode(text: string): Token[] {
  const open = text.indexOf(FENCE)
  const close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length)
  const code = text.slice(open + FENCE.length, close)
  if (close < 0 || !code.trim()) return withMarks(text)
  return [
    ...withMarks(text.slice(0, open)),
    { type: 'code', text: code.replace(/^\n|\n$/g, '') },
    ...withCode(text.slice(close + FENCE.length)),
  ]
}

function withMarks(text: string): Token[] {
  const inLink = linkMask(text)
  const barren: Partial<Record<Mark, number>> = {}
  const tokens: Token[] = []
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (!isMark(mark) || inLink[at] || at < (barren[mark] ?? 0) || !opensAt(text, at)) continue
    const close = closingOf(text, at, inLink)
    if (close === undefined) {
      // Nothing closes before the end of this line, so later openings on it need not look again.
      barren[mark] = endOfLine(text, at)
      continue
    }
    tokens.push(...withLinks(text.slice(done, at)))
    tokens.push({ type: MARKS[mark], children: withMarks(text.slice(at + 1, close)) })
    done = close + 1
    at = close
  }
  return [...tokens, ...withLinks(text.slice(done))]
}

function isMark(character: string): character is Mark {
  return character in MARKS
}

function opensAt(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  return !WORD.test(before) && after !== text.charAt(at) && /\S/.test(after)
}

/** Where the mark that opens at `open` closes: on the same line, after a non-space, before a non-word. */
function closingOf(text: string, open: number, inLink: boolean[]): number | undefined {
  const mark = text.charAt(open)
  const end = endOfLine(text, open)
  for (let at = open + 2; at < end; at++) {
    if (text.charAt(at) !== mark || inLink[at]) continue
    const after = text.charAt(at + 1)
    if (/\S/.test(text.charAt(at - 1)) && !WORD.test(after) && after !== mark) return at
  }
  return undefined
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function linkMask(text: string): boolean[] {
  const mask: boolean[] = []
  for (const { start, end } of linkSpans(text)) {
    for (let at = start; at < end; at++) mask[at] = true
  }
  return mask
}

interface Span {
  start: number
  end: number
  href: string
}

function withLinks(text: string): Token[] {
  const tokens: Token[] = []
  let done = 0
  for (const { start, end, href } of linkSpans(text)) {
    if (start > done) tokens.push({ type: 'text', text: text.slice(done, start) })
    tokens.push({ type: 'link', text: text.slice(start, end), href })
    done = end
  }
  if (done < text.length) tokens.push({ type: 'text', text: text.slice(done) })
  return tokens
}

function linkSpans(text: string): Span[] {
  return Array.from(text.matchAll(LINK)).flatMap((match) => {
    const address = withoutTrailing(match[0])
    const href = toHref(address)
    return href ? [{ start: match.index, end: match.index + address.length, href }] : []
  })
}

/** A full stop after an address ends the sentence; a bracket belongs to it only where one was opened inside. */
function withoutTrailing(address: string): string {
  const trimmed = address.replace(TRAILING, '')
  const unopened = trimmed.endsWith(')') && !trimmed.includes('(')
  return unopened ? withoutTrailing(trimmed.slice(0, -1)) : trimmed
}

function toHref(address: string): string | undefined {
  try {
    const url = new URL(address)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}
