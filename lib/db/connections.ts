import { eq } from 'drizzle-orm'
import { connections } from '@/drizzle/schema/settings'
import type { Orm } from './client'

export async function findConnection(orm: Orm, id: string) {
  const [row] = await orm.select().from(connections).where(eq(connections.id, id))
  return row
}

/** By name, without tokens. */
export async function listConnections(orm: Orm) {
  const shown = {
    id: connections.id,
    name: connections.name,
    tokenHint: connections.tokenHint,
    botUrl: connections.botUrl,
    restUrl: connections.restUrl,
    fileUrl: connections.fileUrl,
  }
  return orm.select(shown).from(connections).orderBy(connections.name)
}
