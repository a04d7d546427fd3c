import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { now } from '@/drizzle/schema/columns'
import { connections } from '@/drizzle/schema/connections'
import { channels } from '@/drizzle/schema/folded/channel'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** Undefined also for one that was removed. */
export async function findConnection(db: Queryable, id: string) {
  const [row] = await orm(db)
    .select()
    .from(connections)
    .where(and(eq(connections.id, id), isNull(connections.removedAt)))
  return row
}

/** In which header a connection's deliveries are signed, also of a removed one: they are still stored. */
export async function findSignatureHeader(db: Queryable, id: string): Promise<string | undefined> {
  const [row] = await orm(db)
    .select({ header: connections.signatureHeader })
    .from(connections)
    .where(eq(connections.id, id))
  return row?.header
}

/** Throws `conflict` in words when a channel can't be connected through it, because it was removed meanwhile. */
export async function assertConnectionStands(db: Queryable, id: string): Promise<void> {
  if (!(await findConnection(db, id)))
    throw new AppError('conflict', reason('channel.rule.connectionRemoved'))
}

type NewConnection = Omit<typeof connections.$inferInsert, 'createdAt' | 'removedAt'>

export async function insertConnection(db: Queryable, connection: NewConnection): Promise<void> {
  await orm(db).insert(connections).values(connection)
}

export async function updateConnection(
  db: Queryable,
  id: string,
  change: Partial<Omit<NewConnection, 'id'>>,
): Promise<void> {
  await orm(db).update(connections).set(change).where(eq(connections.id, id))
}

/** One that is not removed, held until the transaction ends, with how many of its channels are connected. */
export async function lockConnection(tx: Queryable, id: string) {
  const [row] = await orm(tx)
    .select({
      name: connections.name,
      connected: orm(tx).$count(
        channels,
        and(eq(channels.connectionId, id), eq(channels.authorized, true)),
      ),
    })
    .from(connections)
    .where(and(eq(connections.id, id), isNull(connections.removedAt)))
    .for('update')
  return row
}

/** Calls it removed. `nothing` takes the place of its token. */
export async function emptyConnection(db: Queryable, id: string, nothing: Buffer): Promise<void> {
  await orm(db)
    .update(connections)
    .set({ removedAt: now, accessToken: nothing, tokenHint: '' })
    .where(eq(connections.id, id))
}

/** By name, without tokens, each with how many channels it has and how many of them are connected. */
export async function listConnections(db: Queryable) {
  return orm(db)
    .select({
      ...SHOWN,
      channels: count(channels.id),
      connected: sql<number>`count(*) filter (where ${channels.authorized})`.mapWith(Number),
    })
    .from(connections)
    .leftJoin(channels, eq(channels.connectionId, connections.id))
    .where(isNull(connections.removedAt))
    .groupBy(connections.id)
    .orderBy(connections.name, connections.id)
}

/** Everything but the token. */
const SHOWN = {
  id: connections.id,
  name: connections.name,
  tokenHint: connections.tokenHint,
  botUrl: connections.botUrl,
  restUrl: connections.restUrl,
  fileUrl: connections.fileUrl,
  responseKey: connections.responseKey,
  tokenParam: connections.tokenParam,
  signatureHeader: connections.signatureHeader,
  dialect: connections.dialect,
  createdAt: connections.createdAt,
}
