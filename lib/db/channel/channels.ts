import { and, eq, sql } from 'drizzle-orm'
import { channelSecrets } from '@/drizzle/schema/channels'
import { now } from '@/drizzle/schema/columns'
import { connections } from '@/drizzle/schema/connections'
import { channels } from '@/drizzle/schema/folded/channel'
import type { Platform } from '@/lib/domain/channel/channel'
import {
  type ChannelSettings,
  DEFAULT_CHANNEL_SETTINGS,
} from '@/lib/domain/channel/channel-settings'
import type { Queryable } from '../client'
import { isOneOf, orm } from '../orm'

/** All channels, by name. */
export async function listChannels(db: Queryable) {
  return orm(db).select().from(channels).orderBy(channels.name)
}

export async function findChannel(db: Queryable, id: string) {
  const [row] = await orm(db).select().from(channels).where(eq(channels.id, id))
  return row
}

/** What is decided for a channel; of one that nobody configured, the defaults. */
export async function getChannelSettings(db: Queryable, id: string): Promise<ChannelSettings> {
  const [row] = await orm(db)
    .select({ settings: channels.settings })
    .from(channels)
    .where(eq(channels.id, id))
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
  db: Queryable,
  row: { channelId: string; slot: number; secret: Buffer },
): Promise<void> {
  await orm(db)
    .insert(channelSecrets)
    .values(row)
    .onConflictDoUpdate({
      target: [channelSecrets.channelId, channelSecrets.slot],
      set: { secret: row.secret, createdAt: now },
    })
}

export async function deleteChannelSecret(
  db: Queryable,
  { channelId, slot }: { channelId: string; slot: number },
): Promise<void> {
  await orm(db)
    .delete(channelSecrets)
    .where(and(eq(channelSecrets.channelId, channelId), eq(channelSecrets.slot, slot)))
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
export async function listSecretsOf(db: Queryable, channelIds: string[]) {
  return db<{ channelId: string; slot: number; secret: Buffer; signatureHeader: string }[]>`
    select s.channel_id, s.slot, s.secret, co.signature_header
    from channel_secrets s join channels ch on ch.id = s.channel_id
      join connections co on co.id = ch.connection_id
    where s.channel_id = any(${channelIds}::uuid[]) order by s.channel_id, s.slot`
}

/** The sealed secrets of all channels, and the header that each connection signs in, always in one order. */
export async function listAllSecrets(db: Queryable) {
  const { channelId, slot, secret } = channelSecrets
  return orm(db)
    .select({ channelId, slot, secret, signatureHeader: connections.signatureHeader })
    .from(channelSecrets)
    .innerJoin(channels, eq(channels.id, channelId))
    .innerJoin(connections, eq(connections.id, channels.connectionId))
    .orderBy(channelId, slot)
}

/** Adds to the count of a day's rejected deliveries. */
export async function countRejected(tx: Queryable, channelId: string, day: string, count: number) {
  await tx`
    insert into rejected_signatures (channel_id, day, count) values (${channelId}, ${day}, ${count})
    on conflict (channel_id, day) do update
      set count = rejected_signatures.count + excluded.count, last_at = clock_timestamp()`
}

/** Every channel as agents see it, by name. */
export async function listChannelRefs(db: Queryable) {
  const { id, name, platform, authorized } = channels
  return orm(db).select({ id, name, platform, authorized }).from(channels).orderBy(name, id)
}

/** Every channel to choose from, by name, however it is written. */
export async function listChannelChoices(db: Queryable) {
  const { id, name, platform } = channels
  return orm(db).select({ id, name, platform }).from(channels).orderBy(sql`lower(${name})`, id)
}

/** The channels of a connection, by id. */
export async function listChannelsOf(db: Queryable, connectionId: string) {
  return orm(db)
    .select()
    .from(channels)
    .where(eq(channels.connectionId, connectionId))
    .orderBy(channels.id)
}

/** How many of these ids are channels of ours. */
export async function countChannels(db: Queryable, ids: string[]): Promise<number> {
  return orm(db).$count(channels, isOneOf(channels.id, ids))
}
