'use client'

import Link from 'next/link'
import { Fact, FactList } from '@/components/ui/fact-list'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Panel } from '@/components/ui/panel'
import { useInspection } from '@/lib/client/log/events'
import type { EventInspection, TouchedRow } from '@/lib/domain/log/event-inspection'
import { paths } from '@/lib/paths'
import type { EventDetail } from '@/lib/view/event-view'
import { ScrollText } from './scroll-text'
import { TwinPanel } from './twin-panel'

/** What today's reader makes of an event, the rows it made or names, and its twin. */
export function InspectionPanels({ event }: { event: EventDetail }) {
  const inspection = useInspection(event.id)
  return (
    <Loaded query={inspection} what="The inspection">
      {(seen) => (
        <>
          {event.kind === 'webhook' && <ArrivalPanel event={event} seen={seen} />}
          {seen.reading && <ReadingPanel reading={seen.reading} />}
          <RowsPanel rows={seen.rows} />
          {seen.twin && <TwinPanel twin={seen.twin} />}
        </>
      )}
    </Loaded>
  )
}

function ArrivalPanel({ event, seen }: { event: EventDetail; seen: EventInspection }) {
  const headers = Object.entries(event.headers)
  return (
    <Panel title="How it arrived">
      <FactList>
        <Fact name="Signature">{seen.signature?.text ?? 'The channel is gone.'}</Fact>
        <Fact name="Received">
          {event.deliveries === 1 ? 'once' : `${event.deliveries} times, the same bytes`}
        </Fact>
        {headers.map(([name, value]) => (
          <Fact key={name} name={name}>
            <code className="text-meta">{value}</code>
          </Fact>
        ))}
      </FactList>
      {headers.length === 0 && <p className="mt-2 text-list text-muted">No header was kept.</p>}
    </Panel>
  )
}

function ReadingPanel({ reading }: { reading: NonNullable<EventInspection['reading']> }) {
  const { name, facts, ignored, problems } = reading
  return (
    <Panel
      title="What it is read as"
      about={name ? `By the reader ${name}, as it is today.` : 'No reader knows this shape.'}
    >
      {problems.map((problem) => (
        <p key={problem} className="mb-2 rounded-control bg-bad-soft px-3 py-2 text-list text-bad">
          {problem}
        </p>
      ))}
      {ignored.map((rule) => (
        <p key={rule} className="mb-2 text-list text-muted">
          Ignored: {rule}
        </p>
      ))}
      {facts.length === 0 ? (
        <p className="text-list text-muted">It says nothing that changes a row.</p>
      ) : (
        <ScrollText label="Facts">{JSON.stringify(facts, null, 2)}</ScrollText>
      )}
    </Panel>
  )
}

function RowsPanel({ rows }: { rows: TouchedRow[] }) {
  return (
    <Panel title="What it changed">
      {rows.length === 0 ? (
        <p className="text-list text-muted">No row came with it or is named by it.</p>
      ) : (
        <ul aria-label="Rows" className="flex flex-col gap-2 text-list">
          {rows.map((row) => (
            <li key={`${row.table} ${row.id}`} className="flex flex-wrap gap-x-3">
              <span className="w-36 shrink-0 text-muted">
                {row.table}, {row.relation}
              </span>
              <span className="min-w-0 flex-1 break-words">{row.text}</span>
              {row.conversationId && (
                <Link
                  href={`${paths.inbox(row.conversationId)}?view=all`}
                  className="text-accent-ink underline underline-offset-2"
                >
                  Open the conversation
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
