'use client'

import { Bell, BellOff } from 'lucide-react'
import { localTimeZone, toMoment } from '@/components/shell/time/times'
import { useNow } from '@/components/shell/time/use-now'
import type { MemberView } from '@/lib/view/conversation-view'

/** What the member told the platform about marketing messages, so that nobody sends what they do not want. */
export function MarketingMark({ wish, at }: NonNullable<MemberView['marketing']>) {
  const now = useNow()
  const isStopped = wish === 'stop'
  const Icon = isStopped ? BellOff : Bell
  return (
    <p
      className={`mt-3 flex items-start gap-2 rounded-md px-2.5 py-1.5 text-list ${
        isStopped ? 'bg-wait-soft text-wait' : 'bg-sunken text-muted'
      }`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {isStopped ? 'Wants no marketing messages' : 'Wants marketing messages again'}
        <span className="opacity-80">, since {toMoment(at, now, localTimeZone())}</span>
      </span>
    </p>
  )
}
