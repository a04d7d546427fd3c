'use client'

import { CloudOff, LoaderCircle } from 'lucide-react'
import { useLive } from '@/lib/client/live/live'

/** Whether the screen shows the present: live, catching up, or offline since when. */
export function ConnectionChip() {
  const { state, since } = useLive()
  return (
    <span
      role="status"
      aria-label="Connection"
      className="flex items-center gap-1.5 text-meta font-normal whitespace-nowrap"
    >
      {state === 'live' && (
        <span className="flex items-center gap-1.5 text-ok">
          <span aria-hidden className="size-2 rounded-full bg-current" />
          Live
        </span>
      )}
      {state === 'catching-up' && (
        <span className="flex items-center gap-1.5 text-wait">
          <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
          Catching up
        </span>
      )}
      {state === 'offline' && (
        <span className="flex items-center gap-1.5 rounded-full bg-bad-soft px-2 py-px font-medium text-bad">
          <CloudOff aria-hidden className="size-3.5" />
          {since ? `Offline since ${toClock(since)}` : 'Offline'}
        </span>
      )}
    </span>
  )
}

function toClock(at: Date): string {
  return at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}
