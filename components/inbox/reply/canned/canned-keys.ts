/** What somebody looks for among the canned replies: the words after a slash at the start of a single line. */
export function cannedSearchIn(text: string): string | undefined {
  return text.startsWith('/') && !text.includes('\n') ? text.slice(1) : undefined
}

interface KeyPress {
  key: string
  shiftKey: boolean
  isComposing: boolean
}

/** The marked one of those that were found. */
interface Marked {
  index: number
  count: number
}

/**
 * What a key means while canned replies are offered: put them away, mark another one, or pick the marked one. Undefined: it
 * is for the reply box. With nothing to pick, all but Escape are.
 */
export function toCannedAct(
  { key, shiftKey, isComposing }: KeyPress,
  { index, count }: Marked,
): 'dismiss' | 'pick' | { mark: number } | undefined {
  if (isComposing) return undefined
  if (key === 'Escape') return 'dismiss'
  if (count === 0) return undefined
  if (key === 'ArrowDown') return { mark: (index + 1) % count }
  if (key === 'ArrowUp') return { mark: (index - 1 + count) % count }
  return key === 'Tab' || (key === 'Enter' && !shiftKey) ? 'pick' : undefined
}

/** The first variable that stayed empty, for typing to replace it; else the end of the text. */
export function unfilledRangeIn(text: string): [start: number, end: number] {
  const match = /\{\{[^}]*\}\}/.exec(text)
  const start = match?.index ?? text.length
  return [start, start + (match?.[0].length ?? 0)]
}
