import { keepSealed } from './admin/workspace/keep-sealed'
import { type Context, openContext } from './context'
import { FEED_CHANNEL } from './db/log/feed'
import { readFeedHead } from './db/log/load-world'
import { shareOut } from './db/shares'
import { migrate } from './db/workspace/migrate'
import { VersionGuard } from './db/workspace/versions'
import { openKeyRing, type Settings } from './env'
import { AppError } from './errors'
import { reason } from './i18n/reason'
import { type Intake, openIntake } from './inbox/log/open-intake'
import { runJobs } from './jobs/run-jobs'
import { Folder } from './log/folder'
import { logger } from './logger'
import { claiming } from './media/claiming'
import { openMediaAgent } from './media/guard'
import { openStore } from './media/open-store'
import { FAREWELL } from './realtime/frames'
import { Hub } from './realtime/hub'
import { tellAct } from './security-log'
import { type Runtime, shared } from './shared-runtime'

/** Throws `unavailable` while the process is starting or stopping, or waits for Postgres to start. */
export function getRuntime(): Runtime {
  const runtime = shared.runtime
  // Something takes deliveries, so it is Postgres that the process waits for (lib/stand-by.ts).
  const isAway = shared.receiver !== undefined
  if (!runtime)
    throw new AppError('unavailable', reason(isAway ? 'failure.databaseAway' : 'failure.starting'))
  return runtime
}

/** What takes deliveries, before there is anything else, and without Postgres. */
export function prepareIntake(settings: Settings): Promise<Intake> {
  return openIntake({
    databaseUrl: settings.DATABASE_URL,
    connections: shareOut(settings.DATABASE_POOL_SIZE).ingest,
    statementMs: STATEMENT_MS,
    keys: openKeyRing(settings),
    dataDir: settings.DATA_DIR,
    spoolBytesMax: settings.SPOOL_BYTES_MAX,
  })
}

export async function startRuntime(settings: Settings, intake: Intake): Promise<Runtime> {
  if (shared.runtime) return shared.runtime
  const guard = await VersionGuard.enter(settings.DATABASE_URL)
  await migrate(settings.DATABASE_URL)
  const ctx = openContext({
    databaseUrl: settings.DATABASE_URL,
    appSecret: openKeyRing(settings),
    publicUrl: settings.PUBLIC_URL,
    statementMs: STATEMENT_MS,
    poolSize: settings.DATABASE_POOL_SIZE,
    onAct: tellAct,
    allowPrivate: settings.ALLOW_PRIVATE_MEDIA_HOSTS,
  })
  const runtime = await assemble(settings, ctx, guard, intake)
  shared.runtime = runtime
  return runtime
}

/** No statement of a server takes so long; one that does must not hold its connection and locks for ever. */
const STATEMENT_MS = 60_000

async function assemble(
  settings: Settings,
  ctx: Context,
  guard: VersionGuard,
  intake: Intake,
): Promise<Runtime> {
  const report = (error: unknown) => logger.error({ error }, 'Background work failed')
  const allowPrivate = settings.ALLOW_PRIVATE_MEDIA_HOSTS
  const media = {
    store: claiming(await openStore(settings), ctx.sql),
    agent: openMediaAgent(allowPrivate),
    allowPrivate,
    retention: {
      days: settings.MEDIA_RETENTION_DAYS,
      keepThumbnails: settings.MEDIA_KEEP_THUMBNAILS,
    },
  }
  const folder = new Folder(ctx.background, report)
  const hub = new Hub(ctx.sql, report)
  await hub.start(FEED_CHANNEL)
  folder.wake()
  const jobs = await runJobs(ctx, media)
  const seals = keepSealed(ctx)
  intake.open(() => folder.wake())
  return {
    settings,
    ctx,
    receiver: intake.receiver,
    hub,
    media,
    async assertReady() {
      await readFeedHead(intake.sql).catch((cause) => {
        throw Object.assign(new AppError('unavailable', reason('failure.databaseAway')), { cause })
      })
    },
    async stop() {
      // From here on requests are told to come back, and nothing new is begun.
      shared.runtime = undefined
      await hub.stop(FAREWELL)
      await jobs.stop()
      await seals.stop()
      await intake.stop()
      await folder.stop()
      await ctx.close()
      await guard.leave()
    },
  }
}
