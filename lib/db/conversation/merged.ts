import type { MergedConversationRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'

/** The conversation that an id means now: its own, or the one that it went into. */
export async function currentConversationId(sql: Queryable, id: string): Promise<string> {
  const [row] = await sql<{ intoId: string }[]>`
    select into_id from merged_conversations where id = ${id}`
  return row?.intoId ?? id
}

/** Every id under which a conversation's own events may stand in the log. */
export async function allIdsOf(sql: Queryable, id: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from merged_conversations where into_id = ${id}`
  return [id, ...rows.map((row) => row.id)]
}

/** Those that went into another after a feed number, in the order of their change. */
export async function listMerged(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<MergedConversationRow[]> {
  return sql<MergedConversationRow[]>`
    select * from merged_conversations where feed > ${after} order by feed limit ${limit}`
}
