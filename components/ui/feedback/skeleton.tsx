import { cn } from '../cn'

/** A place that will be filled. Waits 150 ms, so that fast answers never flash. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className="animate-late block">
      <span className={cn('shimmer block h-3 rounded-control', className)} />
    </span>
  )
}
