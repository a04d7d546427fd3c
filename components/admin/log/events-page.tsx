'use client'

import { Pause, Play, ScrollText } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { TitledPage } from '@/components/ui/titled-page'
import { useAction } from '@/lib/client/browser/actions'
import { useAdminChannels } from '@/lib/client/channel/channel-admin'
import { useEvents, useTail } from '@/lib/client/log/events'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { EventFilters } from './event-filters'
import { EventRow } from './event-row'
import { useEventQuery } from './use-event-query'

/** The log: its live end, and everything before it. */
export function EventsPage() {
  const { query, search, set } = useEventQuery()
  const { t, rich } = useTranslator()
  const [live, setLive] = useState(true)
  const toggle = () => setLive(!live)
  useAction({
    id: 'live-tail',
    label: live ? t('log.events.stopTail') : t('log.events.followTail'),
    keys: 'l',
    section: 'admin',
    run: toggle,
  })
  return (
    <TitledPage
      title={t('log.events.title')}
      about={rich('log.events.about', {
        sums: (chunks) => (
          <Link
            href={paths.admin.eventSums}
            className="text-accent-ink underline underline-offset-2"
          >
            {chunks}
          </Link>
        ),
      })}
      actions={
        <Button aria-pressed={live} onClick={toggle}>
          {live ? (
            <Pause aria-hidden className="size-4" />
          ) : (
            <Play aria-hidden className="size-4" />
          )}
          {live ? t('log.events.live') : t('log.events.follow')}
        </Button>
      }
    >
      <EventFilters query={query} set={set} />
      <EventList query={query} search={search} live={live} />
    </TitledPage>
  )
}

/** From so many newer events on the list starts anew from its top: the tail holds 200 at most. */
const FRESH_MAX = 100

interface EventListProps {
  query: ReturnType<typeof useEventQuery>['query']
  search: string
  live: boolean
}

function EventList({ query, search, live }: EventListProps) {
  const { t } = useTranslator()
  const events = useEvents(query)
  const channels = useAdminChannels()
  const nameOf = (id?: string) => channels.data?.items.find((channel) => channel.id === id)?.name
  const older = events.data?.pages.flatMap((page) => page.items) ?? []
  // An empty list has no newest event: from the first one that comes, there is one.
  const tail = useTail(query, events.data ? (older[0]?.id ?? 0) : undefined, live)
  const fresh = tail.data?.items.length ?? 0
  const { refetch } = events
  useEffect(() => {
    if (fresh >= FRESH_MAX) refetch()
  }, [fresh, refetch])
  const shown = [...(tail.data?.items ?? []), ...older]
  return (
    <Loaded query={events} what={t('log.loaded.events')}>
      {() => (
        <>
          {shown.length === 0 ? (
            <Notice icon={<ScrollText />} title={t('log.events.none')}>
              {events.hasNextPage ? t('log.events.noneNewest') : t('log.events.noneFiltered')}
            </Notice>
          ) : (
            <ul
              aria-label={t('log.events.list')}
              className="divide-y overflow-hidden rounded-bubble border bg-surface"
            >
              {shown.map((event) => (
                <li key={event.id}>
                  <EventRow event={event} channelName={nameOf(event.channelId)} search={search} />
                </li>
              ))}
            </ul>
          )}
          {events.hasNextPage && (
            <Button
              className="mt-3"
              pending={events.isFetchingNextPage}
              onClick={() => events.fetchNextPage()}
            >
              {t('log.events.older')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  )
}
