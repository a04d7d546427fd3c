'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { Loaded } from '@/components/ui/feedback/loaded'
import { TitledPage } from '@/components/ui/titled-page'
import { useHealth } from '@/lib/client/log/audit'
import type { HealthLine, HealthState } from '@/lib/domain/workspace/health-line'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { HealthView } from '@/lib/view/health-view'
import { StellaCalls } from './stella-calls'

/** How the inbox is doing, and what to do about what isn't well. */
export function HealthPage() {
  const { t } = useTranslator()
  const health = useHealth()
  return (
    <TitledPage title={t('workspace.health.title')} about={t('workspace.health.about')}>
      {/* Old figures must not pass for new ones. */}
      <Loaded
        query={{ ...health, data: health.isRefetchError ? undefined : health.data }}
        what={t('workspace.health.figures')}
      >
        {(view) => <Lines view={view} />}
      </Loaded>
    </TitledPage>
  )
}

function Lines({ view }: { view: HealthView }) {
  const { t } = useTranslator()
  const troubles = view.lines.filter(({ state }) => state !== 'good').length
  return (
    <>
      <p role="status" className="mb-3 text-list text-muted">
        {troubles === 0
          ? t('workspace.health.allWell')
          : t('workspace.health.troubles', { count: troubles, total: view.lines.length })}
      </p>
      <ul
        aria-label={t('workspace.health.title')}
        className="divide-y rounded-bubble border bg-surface"
      >
        {view.lines.map((line) => (
          <Line key={line.name.key} line={line} />
        ))}
      </ul>
      <StellaCalls calls={view.stella} />
    </>
  )
}

const LOOK = {
  good: { Icon: CircleCheck, color: 'text-ok', words: 'workspace.health.good' },
  watch: { Icon: TriangleAlert, color: 'text-wait', words: 'workspace.health.watch' },
  bad: { Icon: CircleAlert, color: 'text-bad', words: 'workspace.health.bad' },
} as const satisfies Record<HealthState, object>

function Line({ line }: { line: HealthLine }) {
  const { t, say } = useTranslator()
  const { Icon, color, words } = LOOK[line.state]
  return (
    <li aria-label={say(line.name)} className="flex items-start gap-3 px-4 py-3 max-md:px-3">
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', color)} />
      <div className="min-w-0 flex-1 md:flex md:gap-4">
        <p className="w-48 shrink-0 font-medium">{say(line.name)}</p>
        <div className="min-w-0 flex-1">
          <p className="[overflow-wrap:anywhere]">{say(line.value)}</p>
          {line.advice && <p className={cn('text-list', color)}>{say(line.advice)}</p>}
        </div>
      </div>
      <span className={cn('text-meta font-medium', color)}>{t(words)}</span>
    </li>
  )
}
