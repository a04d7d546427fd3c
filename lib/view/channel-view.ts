import type { ChannelOverview, WholeChannel } from '@/lib/domain/channel/channel-overview'
import type { ConnectionOverview } from '@/lib/domain/channel/connection'
import { toIso } from './iso'

/*
 * What admins read over HTTP of connections and channels. Times are ISO 8601 in UTC. No secret is in any of it: of tokens
 * and secrets at most the last four characters.
 */

export interface ConnectionView extends Omit<ConnectionOverview, 'createdAt'> {
  createdAt: string
}

export interface ChannelView
  extends Omit<
    ChannelOverview,
    'connectedAt' | 'disconnectedAt' | 'pausedAt' | 'lastDeliveryAt' | 'rejected'
  > {
  connectedAt: string
  disconnectedAt?: string
  pausedAt?: string
  lastDeliveryAt?: string
  /** Deliveries turned away for their signature, in the last seven days. */
  rejected?: { today: number; week: number; lastAt?: string }
}

export interface ChannelDetail extends ChannelView {
  secrets: { slot: number; hint: string; createdAt: string }[]
  /** Some event that Stella sent to it; absent while it waits for the first. */
  firstEventId?: number
}

export function toConnectionView(connection: ConnectionOverview): ConnectionView {
  return { ...connection, createdAt: toIso(connection.createdAt) }
}

export function toChannelView(channel: ChannelOverview): ChannelView {
  const { rejected } = channel
  return {
    ...channel,
    connectedAt: toIso(channel.connectedAt),
    disconnectedAt: toIso(channel.disconnectedAt),
    pausedAt: toIso(channel.pausedAt),
    lastDeliveryAt: toIso(channel.lastDeliveryAt),
    rejected: rejected && { ...rejected, lastAt: toIso(rejected.lastAt) },
  }
}

export function toChannelDetail({
  secrets,
  firstEventId,
  ...channel
}: WholeChannel): ChannelDetail {
  return {
    ...toChannelView(channel),
    secrets: secrets.map((secret) => ({
      ...secret,
      createdAt: toIso(secret.createdAt),
    })),
    firstEventId,
  }
}
