import { logger } from '@/lib/logger'
import { endOnSignal } from '@/lib/roles/ending'
import { tellLauncher, toProcessMessage } from '@/lib/roles/place'
import { startWorker } from '@/lib/roles/worker'
import { endWhenUnread } from '../test/unread'

/** The worker: a process without a page, started by the launcher. */
endWhenUnread([process.stdout, process.stderr], () => process.kill(process.pid, 'SIGTERM'))

// graphile-worker leaves a promise to nobody when Postgres goes away while a job fails (0.17, `batchFailJobs`). A web has
// such a listener from Next.
process.on('unhandledRejection', (error) => logger.error({ error }, 'Background work failed'))

await endOnSignal(true, () =>
  startWorker((wake) => {
    process.on('message', (message) => {
      if (toProcessMessage(message)?.inbox === 'appended') wake()
    })
  }),
)
tellLauncher({ inbox: 'ready' })
