'use client'

import { Bell, BellOff } from 'lucide-react'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MemberView } from '@/lib/view/conversation-view'
import { useClock } from '../owner/use-clock'

/** What the member told the platform about marketing messages, so that nobody sends what they do not want. */
export function MarketingMark({ wish, at }: NonNullable<MemberView['marketing']>) {
  const { rich } = useTranslator()
  const { write } = useClock()
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
        {rich(isStopped ? 'member.marketing.stopped' : 'member.marketing.resumed', {
          moment: write(at),
          when: (chunks) => <span className="opacity-80">{chunks}</span>,
        })}
      </span>
    </p>
  )
}
