import { STATEMENT_MS } from './db/client'
import { announceAppended } from './db/log/appended'
import { FEED_CHANNEL } from './db/log/feed'
import { readFeedHead } from './db/log/load-world'
import { openKeyRing, type Settings } from './env'
import { AppError } from './errors'
import { reason } from './i18n/reason'
import { type Intake, openIntake } from './inbox/log/open-intake'
import { FAREWELL } from './realtime/frames'
import { Hub } from './realtime/hub'
import { type Installation, openInstallation, sharesOf } from './roles/open-installation'
import { openOwnPort } from './roles/own-port'
import type { Place } from './roles/place'
import { Presence } from './roles/presence'
import { openWaking } from './roles/waking'
import { type Runtime, shared } from './shared-runtime'

/** Throws `unavailable` while the process is starting or stopping, or waits for Postgres to start. */
export function getRuntime(): Runtime {
  const runtime = shared.runtime
  // Something takes deliveries, so it is Postgres that the process waits for (lib/roles/stand-by.ts).
  const isAway = shared.receiver !== undefined
  if (!runtime)
    throw new AppError('unavailable', reason(isAway ? 'failure.databaseAway' : 'failure.starting'))
  return runtime
}

/** What takes deliveries, before there is anything else, and without Postgres. */
export function prepareIntake(settings: Settings, place: Place): Promise<Intake> {
  return openIntake({
    databaseUrl: settings.DATABASE_URL,
    connections: sharesOf(settings, place).ingest,
    statementMs: STATEMENT_MS,
    keys: openKeyRing(settings),
    dataDir: settings.DATA_DIR,
    spoolBytesMax: settings.SPOOL_BYTES_MAX,
  })
}

/** Starts what a process holds that answers people and deliveries; without a launcher it does the worker's part too. */
export async function startRuntime(intake: Intake): Promise<Runtime> {
  if (shared.runtime) return shared.runtime
  const runtime = await assemble(await openInstallation(), intake)
  shared.runtime = runtime
  return runtime
}

async function assemble(installation: Installation, intake: Intake): Promise<Runtime> {
  const { settings, place, ctx, media, guard, report } = installation
  const hub = new Hub(ctx.sql, report)
  await hub.start(FEED_CHANNEL)
  const waking = await openWaking(installation, () => announceAppended(intake.sql))
  const presence = new Presence(ctx.sql, place, () => hub.size, report)
  await presence.start()
  const port = await openOwnPort({ settings, place, ctx, presence, hub })
  intake.open(waking.wake)
  return {
    settings,
    place,
    ctx,
    receiver: intake.receiver,
    hub,
    media,
    presence,
    async assertReady() {
      await readFeedHead(intake.sql).catch((cause) => {
        throw Object.assign(new AppError('unavailable', reason('failure.databaseAway')), { cause })
      })
    },
    async stop() {
      // An open stream would keep the server alive; whoever listened comes back, here or to another process.
      await hub.stop(FAREWELL)
      await shared.drain?.()
      // From here on requests are told to come back.
      shared.runtime = undefined
      await port.stop()
      await intake.stop()
      await waking.stop()
      await presence.stop()
      await ctx.close()
      await guard.leave()
    },
  }
}
