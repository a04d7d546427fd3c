import { type LinkSpan, linkSpans } from './links'

export type Token =
  | { type: 'text'; text: string }
  | { type: 'link'; text: string; href: string }
  | { type: 'code'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Token[] }

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const
type Mark = keyof typeof MARKS

const FENCE = '```'
/** Beyond this no platform formats, and nobody should wait for us to try. */
const MARKED_LENGTH_MAX = 10_000
const WORD = /[\p{L}\p{N}]/u

/**
 * The text of a message as tokens, for rendering as elements. With `marks`, WhatsApp's own formatting counts: *bold*,
 * _italic_, ~strike~ and `code` within a line, ```code``` across lines.
 */
export function toTokens(text: string, options: { marks: boolean }): Token[] {
  return options.marks && text.length <= MARKED_LENGTH_MAX ? withFences(text) : withLinks(text)
}

function withFences(text: string): Token[] {
  const tokens: Token[] = []
  let done = 0
  for (let open = text.indexOf(FENCE); open >= 0; open = text.indexOf(FENCE, done)) {
    const close = text.indexOf(FENCE, open + FENCE.length)
    const code = text.slice(open + FENCE.length, close)
    if (close < 0 || !code.trim()) break
    tokens.push(...withMarks(text.slice(done, open), []))
    tokens.push({ type: 'code', text: code.replace(/^\n|\n$/g, '') })
    done = close + FENCE.length
  }
  tokens.push(...withMarks(text.slice(done), []))
  return tokens
}

/** A mark never stands within itself, so no text can nest deeper than there are marks. */
function withMarks(text: string, within: Mark[]): Token[] {
  const whole = wholesIn(text)
  const inWhole = maskOf(whole)
  const barren: Partial<Record<Mark, number>> = {}
  const tokens: Token[] = []
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (!isMark(mark) || within.includes(mark) || inWhole[at] || at < (barren[mark] ?? 0)) continue
    if (!opensAt(text, at)) continue
    const close = closingOf(text, at, inWhole)
    if (close === undefined) {
      // Nothing closes before the end of this line, so later openings on it need not look again.
      barren[mark] = endOfLine(text, at)
      continue
    }
    tokens.push(...withWholes(text, whole, done, at))
    const children = withMarks(text.slice(at + 1, close), [...within, mark])
    tokens.push({ type: MARKS[mark], children })
    done = close + 1
    at = close
  }
  tokens.push(...withWholes(text, whole, done, text.length))
  return tokens
}

function isMark(character: string): character is Mark {
  return Object.hasOwn(MARKS, character)
}

/** A doubled mark is no mark: WhatsApp shows `__x__` as it was written. */
function opensAt(text: string, at: number): boolean {
  const mark = text.charAt(at)
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  return !WORD.test(before) && before !== mark && after !== mark && /\S/.test(after)
}

/** Where the mark that opens at `open` closes: on the same line, after a non-space, before a non-word. */
function closingOf(text: string, open: number, inWhole: boolean[]): number | undefined {
  const mark = text.charAt(open)
  const end = endOfLine(text, open)
  for (let at = open + 2; at < end; at++) {
    if (text.charAt(at) !== mark || inWhole[at]) continue
    const before = text.charAt(at - 1)
    const after = text.charAt(at + 1)
    if (/\S/.test(before) && before !== mark && after !== mark && !WORD.test(after)) return at
  }
  return undefined
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** A stretch in which no mark counts. */
type Whole = Pick<LinkSpan, 'start' | 'end'> & { token: Token }

/** Links and `code`, in order; where one begins inside the other, the first has it. */
function wholesIn(text: string): Whole[] {
  const found = [...codesIn(text), ...linksOf(text)].sort((a, b) => a.start - b.start)
  const wholes: Whole[] = []
  for (const each of found) if (each.start >= (wholes.at(-1)?.end ?? 0)) wholes.push(each)
  return wholes
}

function codesIn(text: string): Whole[] {
  return Array.from(text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)).flatMap((match) => {
    const { 0: all, 1: code = '', index: start } = match
    if (!code.trim()) return []
    return [{ start, end: start + all.length, token: { type: 'code' as const, text: code } }]
  })
}

function linksOf(text: string): Whole[] {
  return linkSpans(text).map(({ start, end, href }) => ({
    start,
    end,
    token: { type: 'link', text: text.slice(start, end), href },
  }))
}

function maskOf(wholes: Whole[]): boolean[] {
  const mask: boolean[] = []
  for (const { start, end } of wholes) for (let at = start; at < end; at++) mask[at] = true
  return mask
}

function withLinks(text: string): Token[] {
  return withWholes(text, linksOf(text), 0, text.length)
}

/** The text between two places, with what stands whole in it. */
function withWholes(text: string, wholes: Whole[], from: number, to: number): Token[] {
  const tokens: Token[] = []
  let done = from
  for (const { start, end, token } of wholes) {
    if (start < from || end > to) continue
    if (start > done) tokens.push({ type: 'text', text: text.slice(done, start) })
    tokens.push(token)
    done = end
  }
  if (done < to) tokens.push({ type: 'text', text: text.slice(done, to) })
  return tokens
}
