import { keepSealed } from './admin/workspace/keep-sealed'
import { type Context, openContext } from './context'
import { connect } from './db/client'
import { FEED_CHANNEL } from './db/log/feed'
import { readFeedHead } from './db/log/load-world'
import { shareOut } from './db/shares'
import { migrate } from './db/workspace/migrate'
import { VersionGuard } from './db/workspace/versions'
import { openKeyRing, readSettings, type Settings } from './env'
import { AppError } from './errors'
import { reason } from './i18n/reason'
import { SecretCache } from './inbox/channel/signing-secrets'
import { Rejections } from './inbox/log/rejections'
import { runJobs } from './jobs/run-jobs'
import { Appender } from './log/append'
import { Folder } from './log/folder'
import { logger } from './logger'
import { claiming } from './media/claiming'
import { openMediaAgent } from './media/guard'
import { openStore } from './media/open-store'
import { FAREWELL } from './realtime/frames'
import { Hub } from './realtime/hub'
import { tellAct } from './security-log'
import { type Runtime, shared } from './shared-runtime'

/** Throws `unavailable` while the process is starting or stopping. */
export function getRuntime(): Runtime {
  const runtime = shared.runtime
  if (!runtime) throw new AppError('unavailable', reason('failure.starting'))
  return runtime
}

export async function startRuntime(): Promise<Runtime> {
  if (shared.runtime) return shared.runtime
  const settings = readSettings()
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
  const runtime = await assemble(settings, ctx, guard)
  shared.runtime = runtime
  return runtime
}

/** No statement of a server takes so long; one that does must not hold its connection and locks for ever. */
const STATEMENT_MS = 60_000

async function assemble(settings: Settings, ctx: Context, guard: VersionGuard): Promise<Runtime> {
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
  // Deliveries have connections of their own: nothing else may keep an acknowledgement waiting.
  const ingest = connect(ctx.databaseUrl, {
    max: shareOut(settings.DATABASE_POOL_SIZE).ingest,
    statementMs: STATEMENT_MS,
  })
  const hub = new Hub(ctx.sql, report)
  const rejections = new Rejections(ctx.sql, report)
  await hub.start(FEED_CHANNEL)
  folder.wake()
  const jobs = await runJobs(ctx, media)
  const seals = keepSealed(ctx)
  return {
    settings,
    ctx,
    receiver: {
      appender: new Appender(ingest),
      secrets: new SecretCache({ sql: ingest, vault: ctx.vault }),
      rejections,
      wake: () => folder.wake(),
    },
    hub,
    media,
    async assertReady() {
      await readFeedHead(ingest).catch((cause) => {
        throw Object.assign(new AppError('unavailable', reason('failure.databaseAway')), { cause })
      })
    },
    async stop() {
      // From here on requests are told to come back, and nothing new is begun.
      shared.runtime = undefined
      await hub.stop(FAREWELL)
      await jobs.stop()
      await seals.stop()
      await folder.stop()
      await rejections.stop()
      await ingest.end({ timeout: 5 })
      await ctx.close()
      await guard.leave()
    },
  }
}
