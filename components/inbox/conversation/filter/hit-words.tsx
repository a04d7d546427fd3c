import { splitByWords } from '@/lib/domain/conversation/search-hit'

/** The line that a search found, with the words that were searched for marked in it. */
export function HitWords({ text, q }: { text: string; q: string }) {
  let at = 0
  return splitByWords(text, q).map(({ text: part, isHit }) => {
    const key = at
    at += part.length
    return isHit ? (
      <mark key={key} className="rounded-[2px] bg-accent-soft px-px font-medium text-text">
        {part}
      </mark>
    ) : (
      part
    )
  })
}
