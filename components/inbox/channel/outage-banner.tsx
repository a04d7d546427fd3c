'use client'

import { CloudOff } from 'lucide-react'
import { localTimeZone, toExactTime } from '@/components/shell/time/times'
import { useNowEvery } from '@/components/shell/time/use-now-every'
import { useOutages } from '@/lib/client/reply/sending'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { OutageView } from '@/lib/view/outbox-view'
import { nextTryWords, waitingReplyWords } from './outage-words'

const TICK_MS = 1_000

/** Says that replies wait because Stella can't be reached or asks us to slow down, and when it is tried again. */
export function OutageBanner() {
  const outages = useOutages()
  if (outages.length === 0) return null
  return (
    <ul aria-label="Stella" className="shrink-0 border-b bg-wait-soft text-list text-wait">
      {outages.map((outage) => (
        <OutageLine key={outage.connectionId} outage={outage} />
      ))}
    </ul>
  )
}

function OutageLine({ outage }: { outage: OutageView }) {
  const { say } = useTranslator()
  const now = useNowEvery(TICK_MS)
  const { name, reason, waiting, since } = outage
  return (
    <li className="flex items-center gap-2.5 px-4 py-2">
      <CloudOff aria-hidden className="size-4 shrink-0" />
      <p
        role="status"
        title={`Since ${toExactTime(since, localTimeZone())}`}
        className="min-w-0 flex-1"
      >
        <bdi className="font-semibold">{name}</bdi>: Stella takes no replies now. {say(reason)}{' '}
        <span className="font-semibold">{waitingReplyWords(waiting)}</span> and will leave in order.
      </p>
      {/* Not part of what is read aloud: it changes every second. */}
      <p aria-hidden className="shrink-0 tabular-nums max-md:hidden">
        {nextTryWords(outage, now)}
      </p>
    </li>
  )
}
