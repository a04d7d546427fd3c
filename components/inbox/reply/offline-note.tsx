'use client'

import { WifiOff } from 'lucide-react'
import { localTimeZone, toClock } from '@/components/shell/time/times'
import { useLive } from '@/lib/client/live/live'

/** Says that what is on screen may be old, and what happens to a reply that is sent now. */
export function OfflineNote() {
  const { state, since } = useLive()
  if (state !== 'offline') return null
  const when = since ? ` since ${toClock(since.toISOString(), localTimeZone())}` : ''
  return (
    <p role="status" className="flex items-center gap-2 px-1 pb-1.5 text-meta text-wait">
      <WifiOff aria-hidden className="size-3.5 shrink-0" />
      Offline{when}. What you send waits here, marked, and goes by itself when the inbox can be
      reached.
    </p>
  )
}
