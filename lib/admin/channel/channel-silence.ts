import type { Context } from '@/lib/context'
import { listChannels } from '@/lib/db/channel/channels'
import { type DeliveryTimes, readDeliveryTimes } from '@/lib/db/channel/delivery-hours'
import { type Silence, silenceOf } from '@/lib/domain/channel/silence'
import type { ChannelSilence } from '@/lib/domain/workspace/health-figures'

/** Whether a channel with these deliveries is quiet for longer than its own rhythm at `now` (epoch ms). */
export function toSilence(time: DeliveryTimes | undefined, now: number): Silence {
  if (time?.sinceHour === undefined || time.lastAt === undefined) return { state: 'unknown' }
  return silenceOf({ counts: time.counts, sinceHour: time.sinceHour, lastAt: time.lastAt }, now)
}

/** Every channel that should hear from Stella, by name; of `seen` alone, where it is given. */
export async function listSilence(
  ctx: Pick<Context, 'sql'>,
  seen: string[] | undefined,
  now: number,
): Promise<ChannelSilence[]> {
  const [channels, times] = await Promise.all([
    listChannels(ctx.sql),
    readDeliveryTimes(ctx.sql, now),
  ])
  return channels
    .filter(({ id, authorized }) => authorized && (!seen || seen.includes(id)))
    .map(({ id, name }) => ({ id, name, silence: toSilence(times.get(id), now) }))
}
