/** A place in a recording, or its length: `0:42`, `12:05`. Players write it so in every language. */
export function toPlayTime(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return `${Math.floor(seconds / 60)}:${toTwo(seconds % 60)}`
}

/** A part of a date or a time in two digits. */
function toTwo(value: number): string {
  return String(value).padStart(2, '0')
}
