/** A sentence of ours that quotes somebody: the words between “ and ” keep their own direction. */
export function Quoting({ sentence }: { sentence: string }) {
  const from = sentence.indexOf('“')
  const to = sentence.lastIndexOf('”')
  if (from < 0 || to < from) return sentence
  return (
    <>
      {sentence.slice(0, from + 1)}
      <bdi>{sentence.slice(from + 1, to)}</bdi>
      {sentence.slice(to)}
    </>
  )
}
