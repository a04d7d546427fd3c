/**
 * Whether Postgres refused a text for a character that it keeps nowhere: a NUL (22021 as text, 22P05 in JSON) or half a
 * surrogate pair (22P02, in JSON; as text it never gets so far).
 */
export function isUnstorableText(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  const isHalf = code === '22P02' && error.message.endsWith('type json')
  return code === '22021' || code === '22P05' || isHalf || isUnstorableText(error.cause)
}
