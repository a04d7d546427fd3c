import { parseArgs } from 'node:util'
import { launch } from '../process/lifecycle'
import { endWhenUnread } from '../test/unread'
import { chooseDatabase } from './choose-database'
import { startWebs, startWorkerProcess } from './roles'

/**
 * `npm start`: production, on DATABASE_URL or on the embedded database in DATA_DIR. Starts the worker and the webs, starts
 * again what dies, and hands on what they tell each other. It does nothing else, so that it costs next to nothing and has
 * no reason to die.
 */
endWhenUnread([process.stdout, process.stderr], () => process.kill(process.pid, 'SIGTERM'))
launch(async (life) => {
  const { roles, webs } = readCommand()
  const env = { ...(await chooseDatabase(life)), INBOX_WEBS: String(webs) }
  const log = (line: string) => console.log(line)
  // Stopped in the reverse order: the webs first, because what they took last is the worker's to fold.
  const worker = roles.worker ? startWorkerProcess({ env, log }) : undefined
  if (worker) {
    onEnding(() => worker.program.expectEnd())
    await life.keep(worker.program)
  }
  if (!roles.web) return undefined
  const started = startWebs({ env, log, webs, onAppended: () => worker?.tellAppended() })
  worker?.onChange(started.tellWorker)
  await life.keep(started.all)
  return undefined
})

/** A signal to a whole process group, as of Ctrl-C, ends the worker as well while the webs are being stopped. */
function onEnding(work: () => void) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, work)
}

const PROCESSES_MAX = 64

/** The arguments `--role web|worker` and `--processes N`. Throws in words. */
function readCommand() {
  const { values } = parseArgs({
    options: { role: { type: 'string' }, processes: { type: 'string', default: '1' } },
  })
  const { role, processes } = values
  if (role !== undefined && role !== 'web' && role !== 'worker')
    throw new Error('--role must be web or worker. Without it both are started.')
  const webs = Number(processes)
  if (!Number.isInteger(webs) || webs < 1 || webs > PROCESSES_MAX)
    throw new Error(`--processes must be a whole number from 1 to ${PROCESSES_MAX}.`)
  return { roles: { web: role !== 'worker', worker: role !== 'web' }, webs }
}
