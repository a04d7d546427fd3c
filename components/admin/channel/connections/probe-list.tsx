'use client'

import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { ApiFinding } from '@/lib/domain/channel/connection'
import { useTranslator } from '@/lib/i18n/use-translator'

/** What each API of a connection answered. */
export function ProbeList({ probes }: { probes: ApiFinding[] }) {
  const { t } = useTranslator()
  const open = probes.filter(({ state }) => state !== 'answers' && state !== 'unchecked')
  return (
    <section aria-label={t('connection.screen.checkResult')} className="mt-3 border-t pt-3">
      <p className="text-list font-medium">
        {open.length === 0
          ? t('connection.screen.allAnswer')
          : t('connection.screen.needLook', { open: open.length, total: probes.length })}
      </p>
      <ul className="mt-1 divide-y">
        {probes.map((probe) => (
          <Probe key={probe.id} probe={probe} />
        ))}
      </ul>
    </section>
  )
}

function Probe({ probe }: { probe: ApiFinding }) {
  const { t, say } = useTranslator()
  const { api, scope, state, text, dialect } = probe
  const Icon =
    state === 'answers' ? CircleCheck : state === 'unchecked' ? CircleDashed : CircleAlert
  const tone = state === 'answers' ? 'text-ok' : state === 'unchecked' ? 'text-muted' : 'text-bad'
  return (
    <li aria-label={say(api)} className="flex gap-2.5 py-2 text-list">
      <Icon aria-hidden className={cn('mt-px size-4 shrink-0', tone)} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{say(api)}</span>{' '}
          {scope && <code className="text-meta text-muted">{scope}</code>}
        </p>
        <p className={cn('break-words', state === 'answers' ? 'text-muted' : tone)}>
          {dialect ? t('connection.screen.probeDialect', { text, dialect }) : say(text)}
        </p>
      </div>
    </li>
  )
}
