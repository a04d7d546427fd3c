'use client'

import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { LabStep, LabVerdict } from '@/lib/domain/channel/signature-lab'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Whether a delivery would be accepted, and which step of its signature differs. */
export function LabAnswer({ result }: { result: LabVerdict }) {
  const { t } = useTranslator()
  return (
    <section aria-label={t('connection.screen.labResult')} className="mt-4 border-t pt-3">
      <p role="status" className={cn('font-medium', result.accepted ? 'text-ok' : 'text-bad')}>
        {result.accepted ? t('connection.screen.labAccepted') : t('connection.screen.labRejected')}
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
  ok: { icon: CircleCheck, tone: 'text-ok', key: 'connection.screen.labOk' },
  differs: { icon: CircleAlert, tone: 'text-bad', key: 'connection.screen.labDiffers' },
  unknown: { icon: CircleHelp, tone: 'text-wait', key: 'connection.screen.labUnknown' },
} as const

function Step({ step }: { step: LabStep }) {
  const { say, rich } = useTranslator()
  const { icon: Icon, tone, key } = SIGNS[step.state]
  return (
    <li aria-label={say(step.name)} className="flex gap-2.5 text-list">
      <Icon aria-hidden className={cn('mt-px size-4 shrink-0', tone)} />
      <p className="min-w-0 break-words">
        {rich(key, {
          name: step.name,
          text: step.text,
          step: (chunks) => <span className="font-medium">{chunks}</span>,
          state: (chunks) => <span className={tone}>{chunks}</span>,
        })}
      </p>
    </li>
  )
}
