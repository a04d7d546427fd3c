import { type Content, textOf } from '../message/content'

/**
 * The first of a channel's words for a person that a message says: a button with it as its payload, or the words
 * standing in the text. Case and width don't matter. A keyword in letters must stand as words of its own, so that
 * `agent` is not found in `agentur`; Chinese has no gaps between words, so there it may stand anywhere.
 */
export function findKeyword(keywords: readonly string[], content: Content): string | undefined {
  if (keywords.length === 0) return undefined
  const payload = content.type === 'choice' ? fold(content.payload ?? '') : ''
  const text = fold(textOf(content) ?? '')
  const wanted = wantedOf(keywords)
  return keywords.find((_, index) => {
    const word = wanted[index] ?? ''
    return word !== '' && (payload === word || says(text, word))
  })
}

const WANTED = new WeakMap<readonly string[], string[]>()

/** A channel's words as they are looked for. Worked out once for a list, which is the same for all that a batch brings. */
function wantedOf(keywords: readonly string[]): string[] {
  const known = WANTED.get(keywords)
  if (known) return known
  const wanted = keywords.map(fold)
  WANTED.set(keywords, wanted)
  return wanted
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}

function says(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    const isPart =
      runsOn(text.slice(Math.max(0, at - NEXT), at), wanted) ||
      runsOn(wanted, text.slice(end, end + NEXT))
    if (!isPart) return true
  }
  return false
}

/** The one character beside the word decides; it takes two units at most, and no more is looked at. */
const NEXT = 2

const ENDS_IN_LETTER = /[\p{L}\p{N}\p{M}]$/u
const STARTS_WITH_LETTER = /^[\p{L}\p{N}\p{M}]/u
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Whether one word runs from the first text into the second. */
function runsOn(before: string, after: string): boolean {
  if (!ENDS_IN_LETTER.test(before) || !STARTS_WITH_LETTER.test(after)) return false
  return !UNSPACED_END.test(before) && !UNSPACED_START.test(after)
}
