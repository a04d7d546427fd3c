'use client'

import { ArrowUp } from 'lucide-react'

interface UpdatedPillProps {
  count: number
  onApply: () => void
}

/** Says that the list has news it keeps back, because the pointer is on it. */
export function UpdatedPill({ count, onApply }: UpdatedPillProps) {
  if (count === 0) return null
  return (
    <button
      type="button"
      onClick={onApply}
      className="animate-rise absolute top-2 left-1/2 z-10 flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-3 text-meta font-semibold text-accent-text shadow-float hover:bg-accent-strong"
    >
      <ArrowUp aria-hidden className="size-3.5" />
      {`${count} updated`}
    </button>
  )
}
