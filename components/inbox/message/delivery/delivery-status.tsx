'use client'

import { Check, CheckCheck, Clock, type LucideIcon, TriangleAlert } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { useTranslator } from '@/lib/i18n/use-translator'
import { DeliveryActions } from './delivery-actions'
import type { DeliveryIcon, DeliveryLine } from './delivery-words'

const ICONS: Record<DeliveryIcon, LucideIcon> = {
  clock: Clock,
  'one-tick': Check,
  'two-ticks': CheckCheck,
  'coloured-ticks': CheckCheck,
  warning: TriangleAlert,
}

const TONES: Record<DeliveryLine['tone'], string> = {
  quiet: '',
  read: 'text-accent-ink',
  wait: cn('font-medium text-[12px] text-wait'),
  bad: cn('font-medium text-[12px] text-bad'),
}

/** Where a message stands: a sign and a word, and what can be done about it. */
export function DeliveryStatus({ line, message }: { line: DeliveryLine; message: LocalMessage }) {
  const { say } = useTranslator()
  const words = say(line.words)
  const Icon = ICONS[line.icon]
  return (
    <span
      className={`min-w-0 group-data-[out]:text-right ${TONES[line.tone]}`}
      title={line.shown ? undefined : words}
    >
      <Icon aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
      <span className={line.shown ? '' : 'sr-only'}>{words}</span>
      {line.actions.length > 0 && <DeliveryActions message={message} actions={line.actions} />}
    </span>
  )
}
