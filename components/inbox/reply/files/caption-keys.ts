/** By how many places a key moves the file whose caption is written; undefined: the key is for the caption. */
export function toStep({ altKey, key }: { altKey: boolean; key: string }): 1 | -1 | undefined {
  if (!altKey) return undefined
  if (key === 'ArrowUp') return -1
  return key === 'ArrowDown' ? 1 : undefined
}
