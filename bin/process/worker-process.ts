import { endOnSignal } from '@/lib/roles/ending'
import { tellLauncher, toProcessMessage } from '@/lib/roles/place'
import { startWorker } from '@/lib/roles/worker'
import { endWhenUnread } from '../test/unread'

/** The worker: a process without a page, started by the launcher. */
endWhenUnread([process.stdout, process.stderr], () => process.kill(process.pid, 'SIGTERM'))

await endOnSignal(true, () =>
  startWorker((wake) => {
    process.on('message', (message) => {
      if (toProcessMessage(message)?.inbox === 'appended') wake()
    })
  }),
)
tellLauncher({ inbox: 'ready' })
