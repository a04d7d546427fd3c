import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import type { Older } from './use-load-older'

/** Floats over the top while older messages come, so that nothing below it moves. */
export function OlderStatus({ older }: { older: Older }) {
  if (!older.isLoading && !older.error) return null
  return (
    <div
      role="status"
      className="absolute inset-x-0 top-9 z-10 flex items-center justify-center gap-2 text-meta text-muted"
    >
      {older.error ? (
        <span className="inline-flex items-center gap-2 rounded-full border bg-surface py-1 pr-1 pl-3 shadow-float">
          Older messages could not be loaded.
          <Button size="sm" className="rounded-full" onClick={older.load}>
            Try again
          </Button>
        </span>
      ) : (
        <span className="rounded-full border bg-surface p-1.5">
          <Spinner />
          <span className="sr-only">Loading older messages</span>
        </span>
      )}
    </div>
  )
}
