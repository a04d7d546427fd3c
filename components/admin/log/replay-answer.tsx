import { ArrowRight } from 'lucide-react'
import type { Replay } from '@/lib/domain/log/replay'
import { useTranslator } from '@/lib/i18n/use-translator'
import { OutcomePill } from './outcome-pill'

const SHOWN_MAX = 100

/** What a replay did, or what it would do. */
export function ReplayAnswer({ replay }: { replay: Replay }) {
  const { t, say } = useTranslator()
  const { dryRun, events, changed } = replay
  const moved = events.filter(({ before, after }) => before !== after)
  const counts = { moved: moved.length, total: events.length, ...changed }
  return (
    <section
      aria-label={dryRun ? t('log.replay.dryRun') : t('log.replay.title')}
      role="status"
      className="mt-3 rounded-control border bg-sunken p-3 text-list"
    >
      <p className="font-medium">
        {dryRun ? t('log.replay.would', counts) : t('log.replay.did', counts)}
      </p>
      <ul className="mt-1.5 flex flex-col gap-1">
        {events.slice(0, SHOWN_MAX).map(({ id, before, after, error }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <span className="w-16 text-muted tabular-nums">#{id}</span>
            <OutcomePill outcome={before} />
            <ArrowRight aria-label={t('log.replay.becomes')} className="size-3.5 text-muted" />
            <OutcomePill outcome={after} />
            {error && <span className="min-w-0 flex-1 break-words text-muted">{say(error)}</span>}
          </li>
        ))}
      </ul>
      {events.length > SHOWN_MAX && (
        <p className="mt-1 text-muted">
          {t('log.replay.more', { count: events.length - SHOWN_MAX })}
        </p>
      )}
    </section>
  )
}
