import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { Panel } from '@/components/ui/panel'
import type { FieldPair } from '@/lib/domain/log/compare-facts'
import type { EventInspection } from '@/lib/domain/log/event-inspection'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

/** The raw and the normalized form of one message, field by field; what differs is marked. */
export function TwinPanel({ twin }: { twin: NonNullable<EventInspection['twin']> }) {
  const { t } = useTranslator()
  const differing = twin.fields.filter((pair) => pair.differs).length
  return (
    <Panel
      title={t('log.twin.title')}
      about={t('log.twin.about', { differing, total: twin.fields.length })}
    >
      <div className="thin-scroll overflow-x-auto">
        <table className="w-full min-w-[32rem] table-fixed text-list">
          <thead className="text-left text-muted">
            <tr className="border-b">
              <th className="w-1/4 py-1.5 pr-3 font-medium">{t('log.twin.field')}</th>
              <EventHead id={twin.raw}>{t('log.twin.raw')}</EventHead>
              <EventHead id={twin.normalized}>{t('log.twin.normalized')}</EventHead>
            </tr>
          </thead>
          <tbody>
            {twin.fields.map((pair) => (
              <Pair key={pair.path} pair={pair} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function EventHead({ id, children }: { id: number; children: string }) {
  return (
    <th className="py-1.5 pr-3 font-medium">
      {children}{' '}
      <Link
        href={paths.admin.event(id)}
        className="font-normal text-accent-ink underline underline-offset-2"
      >
        #{id}
      </Link>
    </th>
  )
}

function Pair({ pair: { path, left, right, differs } }: { pair: FieldPair }) {
  const { t } = useTranslator()
  return (
    <tr className={cn('border-b align-top', differs && 'bg-wait-soft')}>
      <th scope="row" className="py-1.5 pr-3 pl-1 text-left font-normal break-words text-muted">
        {path}
        {differs && (
          <span className="block text-meta font-semibold text-wait">{t('log.twin.differs')}</span>
        )}
      </th>
      <td className="py-1.5 pr-3 break-words">{left ?? <Missing />}</td>
      <td className="py-1.5 pr-3 break-words">{right ?? <Missing />}</td>
    </tr>
  )
}

function Missing() {
  const { t } = useTranslator()
  return <span className="text-muted">{t('log.twin.missing')}</span>
}
