import { count, eq } from 'drizzle-orm'
import { channels } from '@/drizzle/schema/folded'
import { connections } from '@/drizzle/schema/settings'
import type { Orm } from './client'

export async function findConnection(orm: Orm, id: string) {
  const [row] = await orm.select().from(connections).where(eq(connections.id, id))
  return row
}

/** By name, without tokens, each with how many channels it has. */
export async function listConnections(orm: Orm) {
  return orm
    .select({ ...SHOWN, channels: count(channels.id) })
    .from(connections)
    .leftJoin(channels, eq(channels.connectionId, connections.id))
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
