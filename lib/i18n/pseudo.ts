const ACCENTED: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
}
/** Other languages need about this much more room than English. */
const GROWTH = 0.4

/** A catalogue whose words are accented and longer; arguments, tags and plural forms stay what they are. */
export function toPseudo(messages: object): object {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : toPseudo(value),
    ]),
  )
}

function pseudoText(message: string): string {
  const letters = message.replaceAll(/\{[^{}]*\}|<[^>]*>/g, '').length
  return `${accent(message)}${growth(Math.ceil(letters * GROWTH))}`
}

/** As words that a line can break between: `~~~~~ ~~~`. */
function growth(length: number): string {
  return '~~~~~ '
    .repeat(Math.ceil(length / 6))
    .slice(0, length)
    .trimEnd()
}

/** Accents what stands outside of braces, and inside the forms of a plural or a select. */
function accent(message: string): string {
  let depth = 0
  let result = ''
  let inTag = false
  for (const letter of message) {
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
    if (letter === '<') inTag = true
    if (letter === '>') inTag = false
    // Every second level of braces is text again: `{count, plural, one {# reply}}`.
    result += depth % 2 === 0 && !inTag ? (ACCENTED[letter] ?? letter) : letter
  }
  return result
}
