import { LoaderCircle } from 'lucide-react'
import { cn } from '../cn'

/** Something is on its way; it shows only when that takes longer than 150 ms. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span className="animate-late inline-flex">
      <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />
    </span>
  )
}
