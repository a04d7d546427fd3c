/** Words are words in every script: where no spaces stand between them as well. */
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The beginning of a text in one line: all of it, or cut behind a word, with an ellipsis that says so. */
export function toExcerpt(text: string, lengthMax: number): string {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line.length <= lengthMax) return line
  let end = 0
  for (const { index, segment } of WORDS.segment(line.slice(0, lengthMax * 2))) {
    if (index + segment.length >= lengthMax) break
    end = index + segment.length
  }
  // One word that is longer than all there is room for has to be cut inside.
  const kept = end > 0 ? line.slice(0, end) : Array.from(line.slice(0, lengthMax - 1)).join('')
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`
}
