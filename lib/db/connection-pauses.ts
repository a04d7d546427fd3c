import type { Queryable } from './client'

/** A connection that takes no replies for now; see the table. Times in epoch ms. */
export interface ConnectionPause {
  connectionId: string
  since: number
  until: number
  reason: string
  tries: number
  probing: boolean
}

/** Undefined where replies go out. Call it under the fold lock when you mean to change it. */
export async function findPause(
  sql: Queryable,
  connectionId: string,
): Promise<ConnectionPause | undefined> {
  const [row] = await sql<ConnectionPause[]>`
    select * from connection_pauses where connection_id = ${connectionId}`
  return row
}

/** Begins a pause or says anew how long it lasts. */
export async function putPause(sql: Queryable, pause: ConnectionPause): Promise<void> {
  await sql`
    insert into connection_pauses (connection_id, since, until, reason, tries, probing)
    values (${pause.connectionId}, ${toIso(pause.since)}, ${toIso(pause.until)}, ${pause.reason},
      ${pause.tries}, ${pause.probing})
    on conflict (connection_id) do update set until = excluded.until, reason = excluded.reason,
      tries = excluded.tries, probing = excluded.probing`
}

export async function deletePause(sql: Queryable, connectionId: string): Promise<void> {
  await sql`delete from connection_pauses where connection_id = ${connectionId}`
}

/** The conversations of a connection in which a reply waits to be sent. */
export async function listWaitingConversations(
  sql: Queryable,
  connectionId: string,
): Promise<string[]> {
  const rows = await sql<{ conversationId: string }[]>`
    select distinct m.conversation_id from messages m join channels ch on ch.id = m.channel_id
    where ch.connection_id = ${connectionId} and m.author = 'agent' and not m.removed
      and m.delivery = 'queued' and m.send_at is null`
  return rows.map((row) => row.conversationId)
}

function toIso(at: number): string {
  return new Date(at).toISOString()
}
