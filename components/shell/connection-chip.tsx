'use client'

import { CloudOff, LoaderCircle } from 'lucide-react'
import { useLive } from '@/lib/client/live/live'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Whether the screen shows the present: live, catching up, or offline since when. */
export function ConnectionChip() {
  const { t, time } = useTranslator()
  const { state, since } = useLive()
  return (
    <span
      role="status"
      aria-label={t('shell.connection.label')}
      className="flex items-center gap-1.5 text-meta font-normal whitespace-nowrap"
    >
      {state === 'live' && (
        <span className="flex items-center gap-1.5 text-ok">
          <span aria-hidden className="size-2 rounded-full bg-current" />
          {t('shell.connection.live')}
        </span>
      )}
      {state === 'catching-up' && (
        <span className="flex items-center gap-1.5 text-wait">
          <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
          {t('shell.connection.catchingUp')}
        </span>
      )}
      {state === 'offline' && (
        <span className="flex items-center gap-1.5 rounded-full bg-bad-soft px-2 py-px font-medium text-bad">
          <CloudOff aria-hidden className="size-3.5" />
          {since
            ? t('shell.connection.offlineSince', { time: time(since.getTime()) })
            : t('shell.connection.offline')}
        </span>
      )}
    </span>
  )
}
