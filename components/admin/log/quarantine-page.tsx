'use client'

import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { FormError } from '@/components/ui/form/form-error'
import { TitledPage } from '@/components/ui/titled-page'
import { failureOf } from '@/lib/client/api'
import { useAdminChannels } from '@/lib/client/channel/channel-admin'
import { useEvents, useReplay } from '@/lib/client/log/events'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { EventView } from '@/lib/view/event-view'
import { replayOfChosen, withEventToggled } from './chosen-events'
import { EventRow } from './event-row'
import { ReplayAnswer } from './replay-answer'

const QUARANTINED = { outcome: 'quarantined' }

/** Events that nobody could read yet: the queue to work off. */
export function QuarantinePage() {
  const events = useEvents(QUARANTINED)
  const replay = useReplay()
  const { t, say } = useTranslator()
  const items = events.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <TitledPage title={t('log.quarantine.title')} about={t('log.quarantine.about')}>
      <FormError>{replay.error ? say(failureOf(replay.error)) : undefined}</FormError>
      {replay.data && <ReplayAnswer replay={replay.data} />}
      <Loaded query={events} what={t('log.loaded.quarantine')}>
        {() =>
          items.length === 0 ? (
            <Notice icon={<ShieldCheck />} title={t('log.quarantine.none')}>
              {t('log.quarantine.noneAbout')}
            </Notice>
          ) : (
            <>
              <Queue items={items} replay={replay} />
              {events.hasNextPage && (
                <Button
                  className="mt-3"
                  pending={events.isFetchingNextPage}
                  onClick={() => events.fetchNextPage()}
                >
                  {t('log.quarantine.older')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </TitledPage>
  )
}

interface QueueProps {
  items: EventView[]
  replay: ReturnType<typeof useReplay>
}

function Queue({ items, replay }: QueueProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const channels = useAdminChannels()
  const { t } = useTranslator()
  const { isAll, what, count } = replayOfChosen(items, chosen)
  const run = (dryRun: boolean) => replay.mutate({ events: what, dryRun })
  const toggle = (id: number) => setChosen(withEventToggled(chosen, id))
  return (
    <>
      <div className="my-3 flex flex-wrap items-center gap-2">
        <label className="mr-auto flex min-h-8 items-center gap-2 px-4 text-list max-md:min-h-11">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => setChosen(isAll ? new Set() : new Set(items.map(({ id }) => id)))}
            className="size-4 accent-accent max-md:size-5"
          />
          {t('log.quarantine.chooseAll')}
        </label>
        <Button pending={replay.isPending} onClick={() => run(true)}>
          {count === undefined
            ? t('log.quarantine.dryRunAll')
            : t('log.quarantine.dryRunChosen', { count })}
        </Button>
        <Button variant="primary" pending={replay.isPending} onClick={() => run(false)}>
          {count === undefined
            ? t('log.quarantine.replayAll')
            : t('log.quarantine.replayChosen', { count })}
        </Button>
      </div>
      <ul
        aria-label={t('log.quarantine.list')}
        className="mt-3 divide-y overflow-hidden rounded-bubble border bg-surface"
      >
        {items.map((event) => (
          <li key={event.id} className="flex items-center">
            <label className="grid size-11 shrink-0 place-items-center pl-2">
              <input
                type="checkbox"
                checked={chosen.has(event.id)}
                onChange={() => toggle(event.id)}
                className="size-4 accent-accent max-md:size-5"
              />
              <span className="sr-only">
                {t('log.quarantine.choose', { id: String(event.id) })}
              </span>
            </label>
            <div className="min-w-0 flex-1">
              <EventRow
                event={event}
                channelName={channels.data?.items.find(({ id }) => id === event.channelId)?.name}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
