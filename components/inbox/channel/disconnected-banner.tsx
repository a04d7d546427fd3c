import { Unplug } from 'lucide-react'
import type { ReactNode } from 'react'

/** Stella took our access away: what that means, where people look. Said aloud when it appears. */
export function DisconnectedBanner({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div
      role="status"
      className="flex animate-appear gap-2.5 border-b bg-bad-soft px-4 py-2 text-list leading-[18px]"
    >
      <Unplug aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <p className="min-w-0 wrap-anywhere">
        <strong className="font-semibold text-bad">{title}</strong> {children}
      </p>
    </div>
  )
}
