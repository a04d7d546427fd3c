'use client'

import Link from 'next/link'
import { Loaded } from '@/components/ui/feedback/loaded'
import { TitledPage } from '@/components/ui/titled-page'
import { useEventSums } from '@/lib/client/log/events'
import { useViewer } from '@/lib/client/people/use-viewer'
import type { EventSum } from '@/lib/domain/log/event-sum'
import { forbiddenBecause } from '@/lib/domain/permissions'
import { useTranslator } from '@/lib/i18n/use-translator'
import { detailsOfSum, SUM_PARTS, toSummedEvents } from './sum-words'

/** Where every delivery went: the parts of a channel add up to what it received. */
export function SumsPage() {
  const sums = useEventSums()
  const { t } = useTranslator()
  const opens = !forbiddenBecause(useViewer(), 'see-log')
  return (
    <TitledPage
      title={t('log.sums.title')}
      about={opens ? t('log.sums.about') : t('log.sums.aboutClosed')}
    >
      <Loaded query={sums} what={t('log.loaded.sums')}>
        {({ items, total }) => (
          <div className="thin-scroll overflow-x-auto rounded-bubble border bg-surface">
            <table className="w-full min-w-[46rem] text-list tabular-nums">
              <thead>
                <tr className="border-b text-muted">
                  <th className="px-4 py-2 text-left font-medium">{t('log.sums.channel')}</th>
                  <th className="px-3 py-2 text-right font-medium">{t('log.sums.received')}</th>
                  {SUM_PARTS.map(([part, heading]) => (
                    <th key={part} className="px-3 py-2 text-right font-medium">
                      {t(heading)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y">
                {items.map((channel) => (
                  <SumRow
                    key={channel.id}
                    name={channel.name}
                    sum={channel}
                    channel={channel.id}
                    opens={opens}
                  />
                ))}
              </tbody>
              <tfoot>
                <SumRow name={t('log.sums.allChannels')} sum={total} opens={opens} />
              </tfoot>
            </table>
          </div>
        )}
      </Loaded>
    </TitledPage>
  )
}

interface SumRowProps {
  name: string
  sum: EventSum
  channel?: string
  /** Whether the numbers lead to their events. */
  opens: boolean
}

function SumRow({ name, sum, channel, opens }: SumRowProps) {
  const { say, number } = useTranslator()
  return (
    <tr className={channel ? undefined : 'border-t font-semibold'}>
      <th scope="row" className="px-4 py-2 text-left align-top font-medium">
        {name}
      </th>
      <td className="px-3 py-2 text-right align-top">{number(sum.received)}</td>
      {SUM_PARTS.map(([part, , outcome]) => (
        <td key={part} className="px-3 py-2 text-right align-top">
          <Count count={sum[part]} href={opens ? toSummedEvents(outcome, channel) : undefined} />
          {detailsOfSum(sum, part)
            .map(say)
            .map((detail) => (
              <span key={detail} className="block font-normal text-meta text-muted">
                {detail}
              </span>
            ))}
        </td>
      ))}
    </tr>
  )
}

function Count({ count, href }: { count: number; href?: string }) {
  const { number } = useTranslator()
  if (count === 0 || !href) return <span>{number(count)}</span>
  return (
    <Link
      href={href}
      prefetch={false}
      className="-m-2 inline-block p-2 text-accent-ink underline underline-offset-2"
    >
      {number(count)}
    </Link>
  )
}
