import type { Context } from '@/lib/context'
import { findChannel, listChannels } from '@/lib/db/channel/channels'
import { listConnections } from '@/lib/db/channel/connections'
import { listRejected, readDeliveryTimes } from '@/lib/db/channel/delivery-hours'
import { findAnyDelivery } from '@/lib/db/channel/verified-header'
import type { ChannelOverview, WholeChannel } from '@/lib/domain/channel/channel-overview'
import type { ConnectionOverview } from '@/lib/domain/channel/connection'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import { toSilence } from './channel-silence'
import { listOpened } from './rotate-secret'

const HINT_LENGTH = 4

/** There are few: one page holds all. */
interface AllOf<Item> {
  items: Item[]
  nextCursor: null
}

/**
 * Every channel, by name: how it is connected, when it last got a delivery, whether that is long ago for it, and how
 * many deliveries were turned away for their signature. `publicUrl` is where Stella reaches us.
 */
export async function browseChannels(
  ctx: Context,
  publicUrl?: string,
): Promise<AllOf<ChannelOverview>> {
  const now = Date.now()
  const [channels, connections, times, rejected] = await Promise.all([
    listChannels(ctx.sql),
    listConnections(ctx.sql),
    readDeliveryTimes(ctx.sql, now),
    listRejected(ctx.sql, now),
  ])
  const names = new Map(connections.map(({ id, name }) => [id, name]))
  const items = channels.map((channel) => {
    const { connectionId, feed: _, ...rest } = channel
    const time = times.get(channel.id)
    return {
      ...rest,
      connection: {
        id: connectionId,
        name: names.get(connectionId) ?? reason('channel.rule.formerConnection'),
      },
      paused: channel.pausedAt !== null,
      webhookUrl: new URL(paths.api.webhook(channel.id), publicUrl ?? LOCAL).toString(),
      lastDeliveryAt: time?.lastAt,
      silence: toSilence(time, now),
      rejected: rejected.get(channel.id),
    }
  })
  return { items, nextCursor: null }
}

/** Every Stella app that is not removed, by name. Of tokens only the last four characters. */
export async function browseConnections(ctx: Context): Promise<AllOf<ConnectionOverview>> {
  return { items: await listConnections(ctx.sql), nextCursor: null }
}

/** Where the inbox is when no one has said it: what a person copies must be an address all the same. */
const LOCAL = `http://localhost:${process.env.PORT || 3000}`

/** One channel with its secrets, of which nothing but the last four characters ever leaves. Throws `not_found`. */
export async function showChannel(
  ctx: Context,
  id: string,
  publicUrl?: string,
): Promise<WholeChannel> {
  if (!(await findChannel(ctx.sql, id)))
    throw new AppError('not_found', reason('channel.rule.notFound'))
  const { items } = await browseChannels(ctx, publicUrl)
  const channel = items.find((each) => each.id === id)
  if (!channel) throw new AppError('not_found', reason('channel.rule.notFound'))
  const opened = await listOpened(ctx, id)
  const secrets = opened.map(({ slot, secret, createdAt }) => ({
    slot,
    hint: secret.length > 2 * HINT_LENGTH ? secret.slice(-HINT_LENGTH) : '',
    createdAt,
  }))
  return { ...channel, secrets, firstEventId: await findAnyDelivery(ctx.sql, id) }
}
