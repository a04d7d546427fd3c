import type { ReactNode } from 'react'

const OPENING = /[“「]/
const CLOSING = /[”」](?!.*[”」])/s

/** A sentence of ours that quotes somebody: the words between its marks keep their own direction. */
export function Quoting({ sentence }: { sentence: ReactNode }) {
  if (typeof sentence !== 'string') return sentence
  const from = sentence.search(OPENING)
  const to = sentence.search(CLOSING)
  if (from < 0 || to < from) return sentence
  return (
    <>
      {sentence.slice(0, from + 1)}
      <bdi>{sentence.slice(from + 1, to)}</bdi>
      {sentence.slice(to)}
    </>
  )
}
