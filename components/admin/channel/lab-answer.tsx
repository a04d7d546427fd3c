'use client'

import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { LabStep, LabVerdict } from '@/lib/domain/channel/signature-lab'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Whether a delivery would be accepted, and which step of its signature differs. */
export function LabAnswer({ result }: { result: LabVerdict }) {
  return (
    <section aria-label="What differs" className="mt-4 border-t pt-3">
      <p role="status" className={cn('font-medium', result.accepted ? 'text-ok' : 'text-bad')}>
        {result.accepted ? 'This would be accepted.' : 'This is turned away.'}
      </p>
      <ol className="mt-2 flex flex-col gap-2">
        {result.steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </section>
  )
}

const SIGNS = {
  ok: { icon: CircleCheck, tone: 'text-ok', words: 'fits' },
  differs: { icon: CircleAlert, tone: 'text-bad', words: 'differs' },
  unknown: { icon: CircleHelp, tone: 'text-wait', words: 'can’t be told' },
} as const

function Step({ step }: { step: LabStep }) {
  const { say } = useTranslator()
  const { icon: Icon, tone, words } = SIGNS[step.state]
  return (
    <li aria-label={say(step.name)} className="flex gap-2.5 text-list">
      <Icon aria-hidden className={cn('mt-px size-4 shrink-0', tone)} />
      <p className="min-w-0 break-words">
        <span className="font-medium">{say(step.name)}</span> <span className={tone}>{words}</span>.{' '}
        {say(step.text)}
      </p>
    </li>
  )
}
