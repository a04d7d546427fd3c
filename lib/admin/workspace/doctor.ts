import type { Context } from '@/lib/context'
import { type ChannelSum, countLostEvents, sumEvents } from '@/lib/db/log/event-sums'
import { toHealthLines } from '@/lib/domain/workspace/health'
import type { HealthLine } from '@/lib/domain/workspace/health-line'
import { measureHealth } from './read-health'

export interface Doctor {
  /** Nothing is bad; what is to be watched may be. */
  ok: boolean
  checks: HealthLine[]
  channels: ChannelSum[]
}

/**
 * What an operator would want to know first, from a shell: the checks of the Health page, whether every event of the log
 * has its place, and where every delivery of each channel went. Nothing is changed.
 */
export async function readDoctor(ctx: Context, dataDir: string): Promise<Doctor> {
  const figures = await measureHealth({ ctx, dataDir })
  const lostEvents = await countLostEvents(ctx.sql)
  const checks = toHealthLines({ ...figures, lostEvents })
  const channels = await sumEvents(ctx.sql)
  return { ok: checks.every(({ state }) => state !== 'bad'), checks, channels }
}
