'use client'

import { useAction } from '@/lib/client/browser/actions'
import { useChangeMySettings, useMySettings } from '@/lib/client/people/my-settings'
import { useTranslator } from '@/lib/i18n/use-translator'
import { useBell } from './use-bell'
import { useNewsBell } from './use-news-bell'

/** Rings, and says aloud for whom and what else happened to this person's conversations; by palette it can be turned off and on. */
export function Bell() {
  const { t, say } = useTranslator()
  const { waits, leads } = useBell()
  const { ring } = useMySettings()
  const news = useNewsBell(leads)
  const change = useChangeMySettings()
  useAction({
    id: 'ring',
    label: ring ? t('shell.bell.turnOff') : t('shell.bell.turnOn'),
    section: 'account',
    run: () => change.mutate({ ring: !ring }),
  })
  const last = news ?? waits
  return (
    <p role="status" aria-label={t('shell.bell.status')} className="sr-only">
      {last && say(last)}
    </p>
  )
}
