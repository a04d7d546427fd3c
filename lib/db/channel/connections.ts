import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { channels } from '@/drizzle/schema/folded'
import { connections } from '@/drizzle/schema/settings'
import { AppError } from '@/lib/errors'
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
export async function assertConnectionStands(tx: Queryable, id: string): Promise<void> {
  const [row] = await tx`select 1 from connections where id = ${id} and removed_at is null`
  if (!row)
    throw new AppError(
      'conflict',
      'The connection of this channel was removed. Connect the channel anew, through another one.',
    )
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
