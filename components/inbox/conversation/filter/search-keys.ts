/** What a key means in the search box. While an input method composes, every key is its own. */
export function toSearchAct({
  key,
  isComposing,
}: {
  key: string
  isComposing: boolean
}): 'leave' | 'down' | 'open' | undefined {
  if (isComposing) return undefined
  if (key === 'Escape') return 'leave'
  if (key === 'ArrowDown') return 'down'
  return key === 'Enter' ? 'open' : undefined
}

/**
 * What stays in the box as a draft once words were searched: nothing where they are in the address now, else what was
 * typed meanwhile. A space at the end stays too, or the word to come would stick to the one before.
 */
export function draftAfterSearch(typed: string | undefined, searched: string): string | undefined {
  return typed === searched && typed === searched.trim() ? undefined : typed
}
