'use client'

import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { FormError } from '@/components/ui/form/form-error'
import { TitledPage } from '@/components/ui/titled-page'
import { useAdminChannels } from '@/lib/client/channel/channel-admin'
import { useEvents, useReplay } from '@/lib/client/log/events'
import type { EventView } from '@/lib/view/event-view'
import { replayOfChosen, withEventToggled } from './chosen-events'
import { EventRow } from './event-row'
import { ReplayAnswer } from './replay-answer'

const QUARANTINED = { outcome: 'quarantined' }

/** Events that nobody could read yet: the queue to work off. */
export function QuarantinePage() {
  const events = useEvents(QUARANTINED)
  const replay = useReplay()
  const items = events.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <TitledPage
      title="Quarantine"
      about="Their bytes are in the log and nothing is lost. Replay them when a reader knows them."
    >
      <FormError>{replay.error?.message}</FormError>
      {replay.data && <ReplayAnswer replay={replay.data} />}
      <Loaded query={events} what="The quarantine">
        {() =>
          items.length === 0 ? (
            <Notice icon={<ShieldCheck />} title="Nothing is in quarantine">
              Every delivery was understood, or ignored by a named rule.
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
                  Older ones
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
  const { isAll, what, words } = replayOfChosen(items, chosen)
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
          Choose those shown
        </label>
        <Button pending={replay.isPending} onClick={() => run(true)}>
          Dry run of {words}
        </Button>
        <Button variant="primary" pending={replay.isPending} onClick={() => run(false)}>
          Replay {words}
        </Button>
      </div>
      <ul
        aria-label="Quarantine"
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
              <span className="sr-only">Choose event {event.id}</span>
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
