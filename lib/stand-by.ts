import { setTimeout as sleep } from 'node:timers/promises'
import { isUnavailable } from './db/driver/unavailable'
import { readFeedHead } from './db/log/load-world'
import type { Intake } from './inbox/log/open-intake'
import { logger } from './logger'
import { shared } from './shared-runtime'

const LOOK_MS = 500

/**
 * Starts a process, at once where Postgres answers. Where it is away, and the channels' secrets are known from before, this
 * resolves all the same: the process takes deliveries into the local spool, and starts once Postgres is there. What then
 * goes wrong is told to `onFailed`. At the first start of an installation there are no secrets: then `start` says what is
 * wrong, as it would without us.
 */
export async function startOrStandBy(
  intake: Intake,
  start: () => Promise<void>,
  onFailed: (error: unknown) => void,
): Promise<void> {
  if (!intake.canStandBy || !(await isAway(intake))) return start()
  intake.hold()
  shared.standingBy = intake.receiver
  logger.warn('Postgres is away. Deliveries are kept in the local spool until it is back')
  void untilThere(intake).then(start).catch(onFailed)
}

async function untilThere(intake: Intake) {
  while (await isAway(intake)) await sleep(LOOK_MS)
  logger.info('Postgres is back')
}

async function isAway({ sql }: Intake): Promise<boolean> {
  try {
    await readFeedHead(sql)
    return false
  } catch (error) {
    return isUnavailable(error)
  }
}
