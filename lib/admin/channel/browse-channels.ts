import type { Context } from '@/lib/context'
import { findChannel, listChannels } from '@/lib/db/channel/channels'
import { listConnections } from '@/lib/db/channel/connections'
import { listRejected, readDeliveryTimes } from '@/lib/db/channel/delivery-hours'
import { findAnyDelivery } from '@/lib/db/channel/verified-header'
import type { ChannelDetail, ChannelView, ConnectionView, List } from '@/lib/domain/channel/console'
import { AppError } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { toSilence } from './channel-silence'
import { listOpened } from './rotate-secret'

const HINT_LENGTH = 4

/**
 * Every channel, by name: how it is connected, when it last got a delivery, whether that is long ago for it, and how
 * many deliveries were turned away for their signature. `publicUrl` is where Stella reaches us.
 */
export async function browseChannels(ctx: Context, publicUrl?: string): Promise<List<ChannelView>> {
  const now = Date.now()
  const [channels, connections, times, rejected] = await Promise.all([
    listChannels(ctx.sql),
    listConnections(ctx.sql),
    readDeliveryTimes(ctx.sql, now),
    listRejected(ctx.sql, now),
  ])
  const names = new Map(connections.map(({ id, name }) => [id, name]))
  const items = channels.map((channel) => {
    const { connectionId, feed: _, connectedAt, disconnectedAt, pausedAt, ...rest } = channel
    const time = times.get(channel.id)
    const turnedAway = rejected.get(channel.id)
    return {
      ...rest,
      connection: { id: connectionId, name: names.get(connectionId) ?? 'A former connection' },
      paused: pausedAt !== null,
      connectedAt: new Date(connectedAt).toISOString(),
      disconnectedAt: toIso(disconnectedAt),
      pausedAt: toIso(pausedAt),
      webhookUrl: new URL(paths.api.webhook(channel.id), publicUrl ?? LOCAL).toString(),
      lastDeliveryAt: toIso(time?.lastAt),
      silence: toSilence(time, now),
      rejected: turnedAway && { ...turnedAway, lastAt: toIso(turnedAway.lastAt) },
    }
  })
  return { items, nextCursor: null }
}

/** Every Stella app that is not removed, by name. Of tokens only the last four characters. */
export async function browseConnections(ctx: Context): Promise<List<ConnectionView>> {
  const rows = await listConnections(ctx.sql)
  const items = rows.map(({ createdAt, ...row }) => ({
    ...row,
    createdAt: new Date(createdAt).toISOString(),
  }))
  return { items, nextCursor: null }
}

/** Where the inbox is when no one has said it: what a person copies must be an address all the same. */
const LOCAL = `http://localhost:${process.env.PORT || 3000}`

/** One channel with its secrets, of which nothing but the last four characters ever leaves. Throws `not_found`. */
export async function showChannel(
  ctx: Context,
  id: string,
  publicUrl?: string,
): Promise<ChannelDetail> {
  if (!(await findChannel(ctx.sql, id)))
    throw new AppError('not_found', 'There is no such channel.')
  const { items } = await browseChannels(ctx, publicUrl)
  const channel = items.find((each) => each.id === id)
  if (!channel) throw new AppError('not_found', 'There is no such channel.')
  const opened = await listOpened(ctx, id)
  const secrets = opened.map(({ slot, secret, createdAt }) => ({
    slot,
    hint: secret.length > 2 * HINT_LENGTH ? secret.slice(-HINT_LENGTH) : '',
    createdAt: new Date(createdAt).toISOString(),
  }))
  return { ...channel, secrets, firstEventId: await findAnyDelivery(ctx.sql, id) }
}

function toIso(ms: number | null | undefined): string | undefined {
  return ms === null || ms === undefined ? undefined : new Date(ms).toISOString()
}
