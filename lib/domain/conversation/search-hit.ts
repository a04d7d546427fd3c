import type { Said } from '@/lib/i18n/reason'
import { type Content, textOf, toPreview } from '../message/content'

/** What a search found in a conversation: the newest message with the words, and the words with what stands around them. */
export interface SearchHit {
  messageId: string
  text: Said
}

/** So much of a line is shown before the words that were searched for. */
const BEFORE_MAX = 24
const LENGTH_MAX = 160

/**
 * The part of a message that a search found, in one line, so that the words searched for can be seen in it. `beside`:
 * what else can be read at the message, as the names of its files.
 */
export function toHit(content: Content, q: string, beside: unknown[] = []): Said {
  const words = [textOf(content) ?? '', ...wordsIn(content), ...wordsIn(beside)].map(toLine)
  const found = words.find((line) => indexIn(line, q) >= 0)
  if (found === undefined) return toPreview(content)
  const at = indexIn(found, q)
  // Not in the middle of a word, where there is one to begin with.
  const from = at <= BEFORE_MAX ? 0 : found.indexOf(' ', at - BEFORE_MAX) + 1
  const begin = from > at || from === 0 ? Math.max(0, at - BEFORE_MAX) : from
  const start = at <= BEFORE_MAX ? 0 : begin
  const part = Array.from(found.slice(start)).slice(0, LENGTH_MAX).join('')
  return `${start > 0 ? '…' : ''}${part}${start + part.length < found.length ? '…' : ''}`
}

/** A text cut into what was searched for and what stands around it. */
export function splitByWords(text: string, q: string): { text: string; isHit: boolean }[] {
  const at = indexIn(text, q)
  if (at < 0) return [{ text, isHit: false }]
  const end = at + q.length
  return [
    { text: text.slice(0, at), isHit: false },
    { text: text.slice(at, end), isHit: true },
    ...splitByWords(text.slice(end), q),
  ].filter((part) => part.text !== '')
}

function indexIn(text: string, q: string): number {
  if (!q) return -1
  const [lower, needle] = [text.toLowerCase(), q.toLowerCase()]
  // A letter whose small form is longer would shift every place behind it.
  return lower.length === text.length && needle.length === q.length
    ? lower.indexOf(needle)
    : text.indexOf(q)
}

function toLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** Everything that can be read in a message: answers of a form, names on cards, products, places. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
