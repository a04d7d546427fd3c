import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launcherArgs, PRODUCTION_ENV, routeArgs } from '@/bin/process/build'
import type { Lifecycle } from '@/bin/process/lifecycle'
import { findPort } from '@/bin/process/ports'
import { type ManagedProcess, startNode } from '@/bin/process/processes'
import { waitUntilReady } from '@/bin/process/ready'
import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { openContext } from '@/lib/context'
import { paths } from '@/lib/paths'
import { OURS, SECRET } from './deliveries'

/** Where to say how to stop what was started. */
export type Stops = Pick<Lifecycle, 'onStop'>

const POLL_MS = 20

export const APP_SECRET = 'a bench secret of at least thirty-two bytes'

/** An installation of the product: a database with one WhatsApp channel. Nobody answers for Stella. */
export interface Inbox {
  databaseUrl: string
  channelId: string
}

/** Adds a connection and a channel to a migrated database. */
export async function openInbox(databaseUrl: string): Promise<Inbox> {
  const ctx = openContext({ databaseUrl, appSecret: APP_SECRET, allowPrivate: true })
  try {
    const nowhere = 'http://127.0.0.1:9'
    const connection = await addConnection(ctx, {
      name: 'Bench',
      accessToken: 'bench-token',
      botUrl: nowhere,
      restUrl: nowhere,
      fileUrl: nowhere,
    })
    const { id } = await addChannel(ctx, {
      connectionId: connection.id,
      name: 'Shop',
      platform: 'whatsapp',
      stellaId: '5f00000000000000000000b1',
      externalId: OURS,
      secret: SECRET,
    })
    return { databaseUrl, channelId: id }
  } finally {
    await ctx.close()
  }
}

/** A process of `npm start`: the launcher, the worker, or a web. */
export type Part = 'launcher' | 'worker' | 'web'

export interface RunningApp {
  webhookUrl: string
  /** Where it keeps what is not in Postgres. */
  dataDir: string
  /** The launcher, or Next's own server. */
  child: ManagedProcess
  /** The processes that run now, as the launcher told; of Next's own server the launcher alone. */
  pidOf(part: Part): number | undefined
  /** SIGKILL to one of them, as a crash or the kernel would; resolves when the launcher has started it again. */
  killPart(part: 'worker' | 'web'): Promise<void>
  /** SIGKILL to all of them: nothing is said to anybody. */
  kill(): Promise<void>
  /** Again on the same port, after it was killed. Where Postgres is away too, it only has to answer. */
  restart(until?: 'ready' | 'answering'): Promise<void>
}

interface AppOptions {
  distDir: string
  /** The webhook is answered by its Next route instead of before Next. */
  byRoute?: boolean
  /** Arguments for the launcher, such as `--role web`. */
  flags?: string[]
  /** More settings. */
  env?: Record<string, string>
  onLine?: (line: string) => void
}

/** The built app on this installation as `npm start` runs it, on a port of its own. */
export async function startApp(
  life: Stops,
  inbox: Inbox,
  { distDir, byRoute, flags = [], env = {}, onLine }: AppOptions,
): Promise<RunningApp> {
  const port = await findPort()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-app-'))
  await life.onStop(() => rm(dataDir, { recursive: true, force: true }))
  const url = `http://127.0.0.1:${port}`
  const pids = new Map<Part, number>()
  const start = async (until: 'ready' | 'answering' = 'ready') => {
    pids.clear()
    const child = startNode({
      name: 'The inbox',
      args: byRoute ? routeArgs(port, '127.0.0.1') : launcherArgs(...flags),
      env: {
        ...(byRoute ? PRODUCTION_ENV : {}),
        DATABASE_URL: inbox.databaseUrl,
        APP_SECRET,
        DATA_DIR: dataDir,
        PORT: String(port),
        HOST: '127.0.0.1',
        NEXT_DIST_DIR: distDir,
        LOG_LEVEL: 'silent',
        // What speaks for Stella is on this machine.
        ALLOW_PRIVATE_MEDIA_HOSTS: '1',
        ...env,
      },
      onLine: (line) => {
        notePid(pids, line)
        onLine?.(line)
      },
    })
    if (child.pid) pids.set('launcher', child.pid)
    const address = until === 'ready' ? paths.api.ready : paths.api.health
    if (!flags.includes('worker')) await waitUntilReady(`${url}${address}`, child)
    return child
  }
  const app: RunningApp = {
    webhookUrl: `${url}${paths.api.webhook(inbox.channelId)}`,
    dataDir,
    child: await start(),
    pidOf: (part) => pids.get(part),
    async killPart(part) {
      const pid = pids.get(part)
      if (pid === undefined) throw new Error(`The ${part} does not run.`)
      process.kill(pid, 'SIGKILL')
      while (pids.get(part) === pid) await pause(POLL_MS)
    },
    async kill() {
      // All of them are of its process group.
      if (app.child.pid) process.kill(-app.child.pid, 'SIGKILL')
      await app.child.ended
    },
    async restart(until) {
      app.child = await start(until)
    },
  }
  await life.onStop(() => app.child.stop())
  return app
}

/** As the launcher tells it at each start: "The worker runs as process 123." */
function notePid(pids: Map<Part, number>, line: string) {
  const [, name, pid] = /^The (web|worker) runs as process (\d+)\.$/.exec(line) ?? []
  if (name) pids.set(name as Part, Number(pid))
}
