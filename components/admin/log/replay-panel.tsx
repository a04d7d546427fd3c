'use client'

import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form/form-error'
import { Panel } from '@/components/ui/panel'
import { useReplay } from '@/lib/client/log/events'
import type { EventDetail } from '@/lib/view/event-view'
import { ReplayAnswer } from './replay-answer'

/** Folds one webhook once more, or says what that would change. */
export function ReplayPanel({ event }: { event: EventDetail }) {
  const replay = useReplay()
  const run = (dryRun: boolean) => replay.mutate({ events: [event.id], dryRun })
  return (
    <Panel
      title="Replay"
      about="Reads the bytes once more and folds them. What had its full effect stays as it is."
    >
      <div className="flex flex-wrap gap-2">
        <Button pending={replay.isPending} onClick={() => run(true)}>
          Dry run
        </Button>
        <Button variant="primary" pending={replay.isPending} onClick={() => run(false)}>
          Replay
        </Button>
      </div>
      <FormError>{replay.error?.message}</FormError>
      {replay.data && <ReplayAnswer replay={replay.data} />}
    </Panel>
  )
}
