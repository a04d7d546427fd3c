import { and, eq } from 'drizzle-orm'
import { channels } from '@/drizzle/schema/folded'
import { channelSecrets, connections } from '@/drizzle/schema/settings'
import type { Platform } from '@/lib/domain/channel/channel'
import {
  type ChannelSettings,
  DEFAULT_CHANNEL_SETTINGS,
} from '@/lib/domain/channel/channel-settings'
import type { ChannelRef } from '@/lib/domain/conversation/conversation'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** All channels, by name. */
export async function listChannels(db: Queryable) {
  return orm(db).select().from(channels).orderBy(channels.name)
}

export async function findChannel(db: Queryable, id: string) {
  const [row] = await orm(db).select().from(channels).where(eq(channels.id, id))
  return row
}

/** What is decided for a channel; of one that nobody configured, the defaults. */
export async function getChannelSettings(sql: Queryable, id: string): Promise<ChannelSettings> {
  const [row] = await sql<{ settings: ChannelSettings }[]>`
    select settings from channels where id = ${id}`
  return row?.settings ?? DEFAULT_CHANNEL_SETTINGS
}

/** A channel with the same id at Stella: connecting it twice would show every message twice. */
export async function findChannelByStellaId(db: Queryable, platform: Platform, stellaId: string) {
  const [row] = await orm(db)
    .select()
    .from(channels)
    .where(and(eq(channels.platform, platform), eq(channels.stellaId, stellaId)))
  return row
}

/** Sets the secret of a slot, sealed. */
export async function putChannelSecret(
  tx: Queryable,
  row: { channelId: string; slot: number; secret: Buffer },
) {
  await tx`insert into channel_secrets (channel_id, slot, secret)
    values (${row.channelId}, ${row.slot}, ${row.secret})
    on conflict (channel_id, slot) do update set secret = excluded.secret, created_at = now()`
}

/** The sealed secrets of a channel and the header that its connection signs in. */
export async function listChannelSecrets(db: Queryable, channelId: string) {
  return orm(db)
    .select({
      slot: channelSecrets.slot,
      secret: channelSecrets.secret,
      createdAt: channelSecrets.createdAt,
      signatureHeader: connections.signatureHeader,
    })
    .from(channelSecrets)
    .innerJoin(channels, eq(channels.id, channelSecrets.channelId))
    .innerJoin(connections, eq(connections.id, channels.connectionId))
    .where(eq(channelSecrets.channelId, channelId))
}

/** The sealed secrets of some channels, and the header that each connection signs in. */
export async function listSecretsOf(sql: Queryable, channelIds: string[]) {
  return sql<{ channelId: string; slot: number; secret: Buffer; signatureHeader: string }[]>`
    select s.channel_id, s.slot, s.secret, co.signature_header
    from channel_secrets s join channels ch on ch.id = s.channel_id
      join connections co on co.id = ch.connection_id
    where s.channel_id = any(${channelIds}::uuid[]) order by s.channel_id, s.slot`
}

/** Adds to the count of a day's rejected deliveries. */
export async function countRejected(tx: Queryable, channelId: string, day: string, count: number) {
  await tx`
    insert into rejected_signatures (channel_id, day, count) values (${channelId}, ${day}, ${count})
    on conflict (channel_id, day) do update
      set count = rejected_signatures.count + excluded.count, last_at = clock_timestamp()`
}

/** Whether any channel was connected or disconnected after a feed number, and up to which. */
export async function readChannelChange(tx: Queryable, after: number): Promise<number | undefined> {
  const [row] = await tx<{ feed: number | null }[]>`
    select max(feed) as feed from channels where feed > ${after}`
  return row?.feed ?? undefined
}

/** Every channel as agents see it, by name. */
export async function listChannelRefs(sql: Queryable): Promise<ChannelRef[]> {
  return sql<ChannelRef[]>`
    select id, name, platform, authorized from channels order by name, id`
}
