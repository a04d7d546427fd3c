import { fork } from 'node:child_process'
import cluster from 'node:cluster'
import type { ProcessMessage } from '@/lib/roles/place'
import { PRODUCTION_ENV } from '../process/build'
import { besideBundle } from '../process/bundle-processes'
import { Program, together } from './program'

/** They end by themselves a little earlier (lib/roles/ending.ts); both together within ten seconds. */
const WEB_END_MS = 5_300
const WORKER_END_MS = 4_300

interface Start {
  env: Record<string, string>
  log(line: string): void
}

/** The worker, and how it is told that events wait. */
export function startWorkerProcess({ env, log }: Start) {
  let tell = (_up: boolean) => {}
  const program: Program = new Program({
    name: 'The worker',
    endMs: WORKER_END_MS,
    log,
    open: () =>
      fork(besideBundle('worker'), [], {
        env: childEnv(env, { INBOX_ROLE: 'worker' }),
        execArgv: nodeFlags(),
        stdio: STDIO,
      }),
    onChange: (isUp) => tell(isUp),
  })
  program.start()
  return {
    program,
    tellAppended: () => program.send({ inbox: 'appended' }),
    /** From now on, and at once what is. */
    onChange(listener: (up: boolean) => void) {
      tell = listener
      listener(program.isReady)
    },
  }
}

/**
 * So many webs behind one port. Of several, each takes the next connection (node:cluster); a single one takes its
 * connections by itself, so that none costs the launcher anything.
 */
export function startWebs({
  env,
  log,
  webs,
  onAppended,
}: Start & { webs: number; onAppended(): void }) {
  const { PORT = '3000', HOST } = process.env
  cluster.schedulingPolicy = webs > 1 ? cluster.SCHED_RR : cluster.SCHED_NONE
  cluster.setupPrimary({
    exec: besideBundle('web'),
    args: [PORT, ...(HOST ? [HOST] : [])],
    execArgv: nodeFlags(),
    stdio: STDIO,
  })
  let hasWorker = false
  const programs = Array.from({ length: webs }, (_, index) => {
    const own = { INBOX_ROLE: 'web', INBOX_PLACE: String(index + 1) }
    const program: Program = new Program({
      name: webs > 1 ? `Web ${index + 1}` : 'The web',
      endMs: WEB_END_MS,
      log,
      open: () => cluster.fork(childEnv(env, own)).process,
      onMessage: (message) => message.inbox === 'appended' && onAppended(),
      onChange: (isUp) => isUp && program.send(workerNews(hasWorker)),
    })
    program.start()
    return program
  })
  return {
    all: together(programs),
    tellWorker(up: boolean) {
      hasWorker = up
      for (const program of programs) program.send(workerNews(up))
    },
  }
}

function workerNews(up: boolean): ProcessMessage {
  return { inbox: 'worker', up }
}

/** What they write goes where the launcher writes: nothing is copied. */
const STDIO: ('ignore' | 'inherit' | 'ipc')[] = ['ignore', 'inherit', 'inherit', 'ipc']

/**
 * Half of what Node gives to what is young: a start alone fills it, and it is not given back. What the launcher was started
 * with wins.
 */
function nodeFlags(): string[] {
  return ['--max-semi-space-size=8', ...process.execArgv]
}

function childEnv(env: Record<string, string>, own: Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    INBOX_READER: besideBundle('reader'),
    ...PRODUCTION_ENV,
    ...env,
    ...own,
  }
}
