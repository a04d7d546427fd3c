import { and, eq, lte } from 'drizzle-orm'
import { connectionPauses } from '@/drizzle/schema/connections'
import { reason } from '@/lib/i18n/reason'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** A connection that takes no replies for now; see the table. Times in epoch ms. */
export type ConnectionPause = typeof connectionPauses.$inferSelect

/** Undefined where replies go out. Call it under the fold lock when you mean to change it. */
export async function findPause(
  db: Queryable,
  connectionId: string,
): Promise<ConnectionPause | undefined> {
  const [row] = await orm(db)
    .select()
    .from(connectionPauses)
    .where(eq(connectionPauses.connectionId, connectionId))
  return row
}

/** Begins a pause or says anew how long it lasts. */
export async function putPause(db: Queryable, pause: ConnectionPause): Promise<void> {
  const { connectionId: _, since: __, ...change } = pause
  await orm(db)
    .insert(connectionPauses)
    .values(pause)
    .onConflictDoUpdate({ target: connectionPauses.connectionId, set: change })
}

const REST_MAX_MS = 3_600_000

/**
 * What a connection's calls do when Stella wants a rest of so many ms (`onLimit` in lib/stella/api/call.ts): one statement,
 * so that any call can note it without the fold lock. A pause that lasts already never gets shorter, and a reply that
 * tries at this moment is left in peace.
 */
export function noteRest(sql: Queryable, connectionId: string): (restMs: number) => Promise<void> {
  return async (restMs) => {
    const now = Date.now()
    const until = now + Math.min(restMs, REST_MAX_MS)
    await sql`
      insert into connection_pauses (connection_id, since, until, reason, tries, probing, cause)
      values (${connectionId}, ${toIso(now)}, ${toIso(until)}, ${JSON.stringify(LIMIT_USED_UP)}::text::jsonb, 0, false, 'limit')
      on conflict (connection_id) do update
        set until = greatest(connection_pauses.until, excluded.until)
        where not connection_pauses.probing`
      // What could not be noted is told again by the next call. What this one came to matters more.
      .catch(() => undefined)
  }
}

const LIMIT_USED_UP = reason('connection.call.limitUsedUp')

/** Ends a rest that is over by `now`, unless it was prolonged meanwhile. */
export async function deleteRest(db: Queryable, connectionId: string, now: number): Promise<void> {
  const { tries, until } = connectionPauses
  await orm(db)
    .delete(connectionPauses)
    .where(and(eq(connectionPauses.connectionId, connectionId), eq(tries, 0), lte(until, now)))
}

export async function deletePause(db: Queryable, connectionId: string): Promise<void> {
  await orm(db).delete(connectionPauses).where(eq(connectionPauses.connectionId, connectionId))
}

/**
 * The conversations of a connection in which a reply waits to be sent; `limit`: no more than so many. Without those in which
 * one is on its way: they go on by themselves, and where its process was killed, what became of it must not wait for
 * anything.
 */
export async function listWaitingConversations(
  sql: Queryable,
  connectionId: string,
  limit?: number,
): Promise<string[]> {
  const rows = await sql<{ conversationId: string }[]>`
    select distinct m.conversation_id from messages m join channels ch on ch.id = m.channel_id
    where ch.connection_id = ${connectionId} and m.author = 'agent' and not m.removed
      and m.delivery = 'queued' and m.send_at is null
      and not exists (
        select from messages s where s.conversation_id = m.conversation_id
          and s.author = 'agent' and s.delivery = 'sending' and not s.removed and not s.echoed)
    limit ${limit ?? null}`
  return rows.map((row) => row.conversationId)
}

function toIso(at: number): string {
  return new Date(at).toISOString()
}
