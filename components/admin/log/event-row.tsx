'use client'

import Link from 'next/link'
import { useNowEvery } from '@/components/shell/time/use-now-every'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { EventView } from '@/lib/view/event-view'
import { detailWords, kindWords, timeWords } from './event-words'
import { OutcomePill } from './outcome-pill'

interface EventRowProps {
  event: EventView
  channelName?: string
  /** Where it leads; the filters stay in it, so that the way back shows the same list. */
  search?: string
}

/** One event of the log in a line, leading to all of it. */
export function EventRow({ event, channelName, search = '' }: EventRowProps) {
  const now = useNowEvery(60_000)
  const translator = useTranslator()
  return (
    <Link
      href={`${paths.admin.event(event.id)}${search}`}
      prefetch={false}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 text-list hover:bg-sunken focus-visible:-outline-offset-2 lg:flex-nowrap"
    >
      <span className="w-16 shrink-0 text-muted tabular-nums">#{event.id}</span>
      <time
        dateTime={event.receivedAt}
        suppressHydrationWarning
        className="w-28 shrink-0 text-muted"
      >
        {timeWords(event.receivedAt, now, translator)}
      </time>
      <span className="min-w-40 shrink-0 font-medium">{translator.say(kindWords(event))}</span>
      <span className="max-w-full shrink-0">
        <OutcomePill outcome={event.outcome} />
      </span>
      <span className="min-w-0 flex-1 truncate text-muted">
        {[channelName, ...detailWords(event, translator)].filter(Boolean).join(' · ')}
      </span>
    </Link>
  )
}
