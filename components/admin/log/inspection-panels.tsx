'use client'

import Link from 'next/link'
import { Fact, FactList } from '@/components/ui/fact-list'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Panel } from '@/components/ui/panel'
import { useInspection } from '@/lib/client/log/events'
import type { EventInspection, TouchedRow } from '@/lib/domain/log/event-inspection'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { EventDetail } from '@/lib/view/event-view'
import { ScrollText } from './scroll-text'
import { TwinPanel } from './twin-panel'

/** What today's reader makes of an event, the rows it made or names, and its twin. */
export function InspectionPanels({ event }: { event: EventDetail }) {
  const inspection = useInspection(event.id)
  const { t } = useTranslator()
  return (
    <Loaded query={inspection} what={t('log.loaded.inspection')}>
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
  const { t, say } = useTranslator()
  const headers = Object.entries(event.headers)
  return (
    <Panel title={t('log.arrival.title')}>
      <FactList>
        <Fact name={t('log.arrival.signature')}>
          {seen.signature ? say(seen.signature.text) : t('log.arrival.channelGone')}
        </Fact>
        <Fact name={t('log.arrival.received')}>
          {event.deliveries === 1
            ? t('log.arrival.once')
            : t('log.arrival.times', { count: event.deliveries })}
        </Fact>
        {headers.map(([name, value]) => (
          <Fact key={name} name={name}>
            <code className="text-meta">{value}</code>
          </Fact>
        ))}
      </FactList>
      {headers.length === 0 && (
        <p className="mt-2 text-list text-muted">{t('log.arrival.noHeaders')}</p>
      )}
    </Panel>
  )
}

function ReadingPanel({ reading }: { reading: NonNullable<EventInspection['reading']> }) {
  const { t, say } = useTranslator()
  const { name, facts, ignored, problems } = reading
  return (
    <Panel
      title={t('log.reading.title')}
      about={name ? t('log.reading.by', { name }) : t('log.reading.byNone')}
    >
      {problems.map(say).map((problem) => (
        <p key={problem} className="mb-2 rounded-control bg-bad-soft px-3 py-2 text-list text-bad">
          {problem}
        </p>
      ))}
      {ignored.map(say).map((rule) => (
        <p key={rule} className="mb-2 text-list text-muted">
          {t('log.reading.ignored', { rule })}
        </p>
      ))}
      {facts.length === 0 ? (
        <p className="text-list text-muted">{t('log.reading.nothing')}</p>
      ) : (
        <ScrollText label={t('log.reading.facts')}>{JSON.stringify(facts, null, 2)}</ScrollText>
      )}
    </Panel>
  )
}

function RowsPanel({ rows }: { rows: TouchedRow[] }) {
  const { t, say } = useTranslator()
  return (
    <Panel title={t('log.rows.title')}>
      {rows.length === 0 ? (
        <p className="text-list text-muted">{t('log.rows.none')}</p>
      ) : (
        <ul aria-label={t('log.rows.list')} className="flex flex-col gap-2 text-list">
          {rows.map((row) => (
            <li key={`${row.table} ${row.id}`} className="flex flex-wrap gap-x-3">
              <span className="w-36 shrink-0 text-muted">
                {t('log.rows.where', { table: row.table, relation: row.relation })}
              </span>
              <span className="min-w-0 flex-1 break-words">{say(row.text)}</span>
              {row.conversationId && (
                <Link
                  href={`${paths.inbox(row.conversationId)}?view=all`}
                  className="text-accent-ink underline underline-offset-2"
                >
                  {t('log.rows.open')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
