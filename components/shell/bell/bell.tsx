'use client'

import { useAction } from '@/lib/client/browser/actions'
import { useChangeMySettings, useMySettings } from '@/lib/client/people/my-settings'
import { useBell } from './use-bell'
import { useNewsBell } from './use-news-bell'

/** Rings, and says aloud for whom and what else happened to this person's conversations; by palette it can be turned off and on. */
export function Bell() {
  const { words, leads } = useBell()
  const { ring } = useMySettings()
  const news = useNewsBell(leads)
  const change = useChangeMySettings()
  useAction({
    id: 'ring',
    label: ring ? 'Sound off when somebody waits' : 'Sound on when somebody waits',
    section: 'Account',
    run: () => change.mutate({ ring: !ring }),
  })
  return (
    <p role="status" aria-label="Bell" className="sr-only">
      {news ?? words}
    </p>
  )
}
