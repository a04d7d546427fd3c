import { Skeleton } from '@/components/ui/feedback/skeleton'

const LINES = ['w-48', 'w-40', 'w-52', 'w-36']

/** The shape of the member panel while the member is on their way. */
export function PanelSkeleton() {
  return (
    <div role="status" aria-busy>
      <span className="sr-only">Loading the member</span>
      <div className="flex items-center gap-3">
        <Skeleton className="size-12 rounded-full" />
        <div className="space-y-2">
          <Skeleton className="w-32" />
          <Skeleton className="w-40" />
        </div>
      </div>
      <div className="mt-8 space-y-3">
        {LINES.map((look) => (
          <Skeleton key={look} className={look} />
        ))}
      </div>
    </div>
  )
}
