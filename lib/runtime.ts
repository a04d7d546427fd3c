import { END_S } from './context'
import { connect, STATEMENT_MS } from './db/client'
import { announceAppended } from './db/log/appended'
import { FEED_CHANNEL } from './db/log/feed'
import { readFeedHead } from './db/log/load-world'
import { AppError } from './errors'
import { reason } from './i18n/reason'
import { SecretCache } from './inbox/channel/signing-secrets'
import { Rejections } from './inbox/log/rejections'
import { Appender } from './log/append'
import { FAREWELL } from './realtime/frames'
import { Hub } from './realtime/hub'
import { type Installation, openInstallation } from './roles/open-installation'
import { Presence } from './roles/presence'
import { openWaking } from './roles/waking'
import { type Runtime, shared } from './shared-runtime'

/** Throws `unavailable` while the process is starting or stopping. */
export function getRuntime(): Runtime {
  const runtime = shared.runtime
  if (!runtime) throw new AppError('unavailable', reason('failure.starting'))
  return runtime
}

/** Starts what a process holds that answers people and deliveries; without a launcher it does the worker's part too. */
export async function startRuntime(): Promise<Runtime> {
  if (shared.runtime) return shared.runtime
  const runtime = await assemble(await openInstallation())
  shared.runtime = runtime
  return runtime
}

async function assemble(installation: Installation): Promise<Runtime> {
  const { settings, place, shares, ctx, media, guard, report } = installation
  // Deliveries have connections of their own: nothing else may keep an acknowledgement waiting.
  const ingest = connect(ctx.databaseUrl, { max: shares.ingest, statementMs: STATEMENT_MS })
  const hub = new Hub(ctx.sql, report)
  const rejections = new Rejections(ctx.sql, report)
  await hub.start(FEED_CHANNEL)
  const waking = await openWaking(installation, () => announceAppended(ingest))
  const presence = new Presence(ctx.sql, place, () => hub.size, report)
  await presence.start()
  return {
    settings,
    place,
    ctx,
    receiver: {
      appender: new Appender(ingest),
      secrets: new SecretCache({ sql: ingest, vault: ctx.vault }),
      rejections,
      wake: waking.wake,
    },
    hub,
    media,
    presence,
    async assertReady() {
      await readFeedHead(ingest).catch((cause) => {
        throw Object.assign(new AppError('unavailable', reason('failure.databaseAway')), { cause })
      })
    },
    async stop() {
      // An open stream would keep the server alive; whoever listened comes back, here or to another process.
      await hub.stop(FAREWELL)
      await shared.drain?.()
      // From here on requests are told to come back.
      shared.runtime = undefined
      await waking.stop()
      await rejections.stop()
      await presence.stop()
      await ingest.end({ timeout: END_S })
      await ctx.close()
      await guard.leave()
    },
  }
}
