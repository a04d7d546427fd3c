'use client'

import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form/form-error'
import { Panel } from '@/components/ui/panel'
import { failureOf } from '@/lib/client/api'
import { useReplay } from '@/lib/client/log/events'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { EventDetail } from '@/lib/view/event-view'
import { ReplayAnswer } from './replay-answer'

/** Folds one webhook once more, or says what that would change. */
export function ReplayPanel({ event }: { event: EventDetail }) {
  const replay = useReplay()
  const { t, say } = useTranslator()
  const run = (dryRun: boolean) => replay.mutate({ events: [event.id], dryRun })
  return (
    <Panel title={t('log.replay.title')} about={t('log.replay.about')}>
      <div className="flex flex-wrap gap-2">
        <Button pending={replay.isPending} onClick={() => run(true)}>
          {t('log.replay.dryRun')}
        </Button>
        <Button variant="primary" pending={replay.isPending} onClick={() => run(false)}>
          {t('log.replay.run')}
        </Button>
      </div>
      <FormError>{replay.error ? say(failureOf(replay.error)) : undefined}</FormError>
      {replay.data && <ReplayAnswer replay={replay.data} />}
    </Panel>
  )
}
