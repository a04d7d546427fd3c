'use client'

import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { Loaded } from '@/components/ui/feedback/loaded'
import { TitledPage } from '@/components/ui/titled-page'
import { useAdminChannels } from '@/lib/client/channel/channel-admin'
import { useEvent } from '@/lib/client/log/events'
import { reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { EventDetail } from '@/lib/view/event-view'
import { BytesPanel } from './bytes-panel'
import { kindWords } from './event-words'
import { InspectionPanels } from './inspection-panels'
import { OutcomePill } from './outcome-pill'
import { ReplayPanel } from './replay-panel'
import { useEventQuery } from './use-event-query'

/** One event from all sides. */
export function EventPage({ id }: { id: number }) {
  const event = useEvent(id)
  const { search } = useEventQuery()
  const { t } = useTranslator()
  return (
    <>
      <Link
        href={paths.admin.events + search}
        className="mb-2 inline-flex min-h-8 items-center gap-1 text-list text-muted hover:text-text max-md:min-h-11"
      >
        <ChevronLeft aria-hidden className="size-4" /> {t('log.event.back')}
      </Link>
      <Loaded query={event} what={t('log.loaded.event')}>
        {(detail) => <EventSides event={detail} />}
      </Loaded>
    </>
  )
}

function EventSides({ event }: { event: EventDetail }) {
  const { data } = useAdminChannels()
  const { t, say, moment } = useTranslator()
  const channel = data?.items.find(({ id }) => id === event.channelId)
  const why = event.error ?? (event.rule && reason('log.event.ignored', { rule: event.rule }))
  return (
    <TitledPage
      title={t('log.event.title', { id: String(event.id) })}
      about={
        <span className="mt-1 flex flex-wrap items-center gap-2">
          <span className="font-medium text-text">{say(kindWords(event))}</span>
          <OutcomePill outcome={event.outcome} />
          {channel && <span>{channel.name}</span>}
          <time dateTime={event.receivedAt}>{moment(Date.parse(event.receivedAt))}</time>
        </span>
      }
    >
      {why && (
        <p className="mb-5 rounded-control bg-wait-soft px-3 py-2 text-list break-words text-wait">
          {say(why)}
        </p>
      )}
      <BytesPanel event={event} />
      <InspectionPanels event={event} />
      {event.kind === 'webhook' && <ReplayPanel event={event} />}
    </TitledPage>
  )
}
