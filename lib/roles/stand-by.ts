import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Sql } from '@/lib/db/client'
import { isUnavailable } from '@/lib/db/driver/unavailable'
import { isStandby } from '@/lib/db/workspace/standby'
import type { Intake } from '@/lib/inbox/log/open-intake'
import { logger } from '@/lib/logger'
import { shared } from '@/lib/shared-runtime'

const LOOK_MS = 500

/**
 * Starts a web, at once where Postgres answers. Where it is away, and the channels' secrets are known from before, this
 * resolves all the same: the process takes deliveries into the local spool, and starts once Postgres is there. What then
 * goes wrong is told to `onFailed`. At the first start of an installation there are no secrets: then `start` says what is
 * wrong, as it would without us.
 */
export async function startOrStandBy(
  intake: Intake,
  start: () => Promise<void>,
  onFailed: (error: unknown) => void,
): Promise<void> {
  if (!intake.canStandBy || !(await isAway(intake.sql))) return start()
  intake.hold()
  shared.standingBy = intake.receiver
  logger.warn('Postgres is away. Deliveries are kept in the local spool until it is back')
  void untilThere(intake.sql).then(start).catch(onFailed)
}

/**
 * Resolves once Postgres answers: a worker that started without it would only die again and again, and webs take deliveries
 * meanwhile. Whoever waits here ends at once when its launcher does.
 */
export async function awaitDatabase(databaseUrl: string): Promise<void> {
  const sql = connect(databaseUrl, { max: 1 })
  const leave = () => process.exit(0)
  process.once('disconnect', leave)
  try {
    if (!(await isAway(sql))) return
    logger.warn('Postgres is away. The worker starts once it is there')
    await untilThere(sql)
  } finally {
    process.off('disconnect', leave)
    await sql.end()
  }
}

async function untilThere(sql: Sql) {
  while (await isAway(sql)) await sleep(LOOK_MS)
  logger.info('Postgres is there')
}

/**
 * Whether it can't be reached, or takes no writes yet, as a standby before it is promoted. Any other answer, be it an error,
 * shows that it is there.
 */
async function isAway(sql: Sql): Promise<boolean> {
  try {
    return await isStandby(sql)
  } catch (error) {
    return isUnavailable(error)
  }
}
