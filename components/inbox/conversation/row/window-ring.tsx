const RADIUS = 15
const LENGTH = 2 * Math.PI * RADIUS

/** How much of the reply window's last hours is left, as an arc; `left` from 1 to 0. */
export function WindowRing({ left }: { left: number }) {
  return (
    <svg aria-hidden viewBox="0 0 36 36" className="size-3.5 -rotate-90 fill-none stroke-current">
      <circle cx="18" cy="18" r={RADIUS} strokeWidth="5" className="opacity-25" />
      <circle cx="18" cy="18" r={RADIUS} strokeWidth="5" strokeDasharray={`${left * LENGTH} 100`} />
    </svg>
  )
}
