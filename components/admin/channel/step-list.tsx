'use client'

import { Check } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'

const STEPS = [
  'channelAdmin.connect.stepDetails',
  'channelAdmin.connect.stepSecret',
  'channelAdmin.connect.stepWebhook',
] as const satisfies Key[]

/** Where one is in the three steps. */
export function StepList({ current }: { current: number }) {
  const { t } = useTranslator()
  return (
    <ol
      aria-label={t('channelAdmin.connect.steps')}
      className="mb-6 flex flex-wrap gap-x-5 gap-y-2"
    >
      {STEPS.map((name, index) => {
        const isDone = index + 1 < current
        const isCurrent = index + 1 === current
        return (
          <li
            key={name}
            aria-current={isCurrent ? 'step' : undefined}
            className={cn('flex items-center gap-2 text-list', !isCurrent && 'text-muted')}
          >
            <span
              className={cn(
                'grid size-6 place-items-center rounded-full border text-meta font-semibold',
                isCurrent && 'border-transparent bg-accent text-accent-text',
                isDone && 'border-transparent bg-ok-soft text-ok',
              )}
            >
              {isDone ? <Check aria-hidden className="size-3.5" /> : index + 1}
            </span>
            <span className={cn(isCurrent && 'font-medium')}>{t(name)}</span>
          </li>
        )
      })}
    </ol>
  )
}
