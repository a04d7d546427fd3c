const CJK = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

/**
 * One or two signs that stand for a name: its first character where names are written without spaces (陳大文 → 陳),
 * the last two digits of a number, else the initials of the first and last word.
 */
export function toInitials(name: string): string {
  const signs = Array.from(name.normalize('NFC').trim())
  const first = signs.find((sign) => /[\p{L}\p{N}]/u.test(sign))
  if (first === undefined) return signs[0] ?? '?'
  if (CJK.test(first)) return first
  if (/\p{N}/u.test(first)) return name.replace(/\D/g, '').slice(-2)
  const words = name.split(/[\s\-_.]+/u).filter((word) => /^\p{L}/u.test(word))
  const [a, b] = [words[0] ?? first, words.length > 1 ? words.at(-1) : undefined]
  const second = b && !CJK.test(b) ? Array.from(b)[0] : Array.from(a)[1]
  return `${Array.from(a)[0] ?? ''}${second ?? ''}`.toUpperCase()
}

/** The hue of a name in degrees: the same name has the same colour everywhere, for ever. */
export function toHue(name: string): number {
  let hash = 2166136261
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619)
  // Twelve hues, so that two neighbours are either the same or clearly different.
  return ((hash >>> 0) % 12) * 30 + 20
}
