/** The loudness of a recording as bars, the part already heard in the accent. Seeking is done by the slider above it. */
export function Waveform({ peaks, share }: { peaks: number[]; share: number }) {
  const heard = share * peaks.length
  return (
    <div aria-hidden className="flex h-7 w-full items-center gap-px">
      {withKeys(peaks).map(({ key, peak }, place) => (
        <span
          key={key}
          style={{ height: `${Math.max(HEIGHT_MIN, peak)}%` }}
          className={`min-w-px flex-1 rounded-full bg-current ${place < heard ? '' : 'opacity-35'}`}
        />
      ))}
    </div>
  )
}

/** Silence is a line of dots, not nothing. */
const HEIGHT_MIN = 8

function withKeys(peaks: number[]) {
  return peaks.map((peak, place) => ({ key: `${place}`, peak }))
}
