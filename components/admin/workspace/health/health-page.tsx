'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { Loaded } from '@/components/ui/feedback/loaded'
import { TitledPage } from '@/components/ui/titled-page'
import { useHealth } from '@/lib/client/log/audit'
import type { HealthLine, HealthState } from '@/lib/domain/workspace/health-line'
import type { HealthView } from '@/lib/view/health-view'
import { StellaCalls } from './stella-calls'

/** How the inbox is doing, and what to do about what isn't well. */
export function HealthPage() {
  const health = useHealth()
  return (
    <TitledPage
      title="Health"
      about="Measured every few seconds while you look. /metrics has the same for Prometheus."
    >
      {/* Old figures must not pass for new ones. */}
      <Loaded
        query={{ ...health, data: health.isRefetchError ? undefined : health.data }}
        what="The figures"
      >
        {(view) => <Lines view={view} />}
      </Loaded>
    </TitledPage>
  )
}

function Lines({ view }: { view: HealthView }) {
  const troubles = view.lines.filter(({ state }) => state !== 'good').length
  return (
    <>
      <p role="status" className="mb-3 text-list text-muted">
        {troubles === 0 ? 'All is well.' : `${troubles} of ${view.lines.length} need a look.`}
      </p>
      <ul aria-label="Health" className="divide-y rounded-bubble border bg-surface">
        {view.lines.map((line) => (
          <Line key={line.name} line={line} />
        ))}
      </ul>
      <StellaCalls calls={view.stella} />
    </>
  )
}

const LOOK: Record<HealthState, { Icon: typeof CircleCheck; color: string; words: string }> = {
  good: { Icon: CircleCheck, color: 'text-ok', words: 'Good' },
  watch: { Icon: TriangleAlert, color: 'text-wait', words: 'Watch' },
  bad: { Icon: CircleAlert, color: 'text-bad', words: 'Problem' },
}

function Line({ line }: { line: HealthLine }) {
  const { Icon, color, words } = LOOK[line.state]
  return (
    <li aria-label={line.name} className="flex items-start gap-3 px-4 py-3 max-md:px-3">
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', color)} />
      <div className="min-w-0 flex-1 md:flex md:gap-4">
        <p className="w-48 shrink-0 font-medium">{line.name}</p>
        <div className="min-w-0 flex-1">
          <p className="[overflow-wrap:anywhere]">{line.value}</p>
          {line.advice && <p className={cn('text-list', color)}>{line.advice}</p>}
        </div>
      </div>
      <span className={cn('text-meta font-medium', color)}>{words}</span>
    </li>
  )
}
