'use client'

import { WifiOff } from 'lucide-react'
import { useLive } from '@/lib/client/live/live'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Says that what is on screen may be old, and what happens to a reply that is sent now. */
export function OfflineNote() {
  const { state, since } = useLive()
  const { t } = useTranslator()
  if (state !== 'offline') return null
  return (
    <p role="status" className="flex items-center gap-2 px-1 pb-1.5 text-meta text-wait">
      <WifiOff aria-hidden className="size-3.5 shrink-0" />
      {since
        ? t('composer.box.offlineSince', { since: { at: since.getTime(), as: 'time' } })
        : t('composer.box.offline')}
    </p>
  )
}
