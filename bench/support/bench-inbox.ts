import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PRODUCTION_ENV, routeArgs, startArgs } from '@/bin/process/build'
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

export interface RunningApp {
  webhookUrl: string
  /** Where it keeps what is not in Postgres. */
  dataDir: string
  child: ManagedProcess
  /** SIGKILL, as a crash or the kernel would: nothing is said to anybody. */
  kill(): Promise<void>
  /** Again on the same port, after it was killed. Where Postgres is away too, it only has to answer. */
  restart(until?: 'ready' | 'answering'): Promise<void>
}

interface AppOptions {
  distDir: string
  /** The webhook is answered by its Next route instead of before Next. */
  byRoute?: boolean
}

/** The built app on this installation, on a port of its own. */
export async function startApp(
  life: Stops,
  inbox: Inbox,
  { distDir, byRoute }: AppOptions,
): Promise<RunningApp> {
  const port = await findPort()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-app-'))
  await life.onStop(() => rm(dataDir, { recursive: true, force: true }))
  const url = `http://127.0.0.1:${port}`
  const start = async (until: 'ready' | 'answering' = 'ready') => {
    const child = startNode({
      name: 'The inbox',
      args: byRoute ? routeArgs(port, '127.0.0.1') : startArgs(port, '127.0.0.1'),
      env: {
        ...PRODUCTION_ENV,
        DATABASE_URL: inbox.databaseUrl,
        APP_SECRET,
        DATA_DIR: dataDir,
        PORT: String(port),
        NEXT_DIST_DIR: distDir,
        LOG_LEVEL: 'silent',
        // What speaks for Stella is on this machine.
        ALLOW_PRIVATE_MEDIA_HOSTS: '1',
      },
    })
    await waitUntilReady(`${url}${until === 'ready' ? paths.api.ready : paths.api.health}`, child)
    return child
  }
  const app: RunningApp = {
    webhookUrl: `${url}${paths.api.webhook(inbox.channelId)}`,
    dataDir,
    child: await start(),
    async kill() {
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
