import { eq } from 'drizzle-orm'
import { mergedConversations } from '@/drizzle/schema/folded/conversation'
import type { MergedConversationRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** The conversation that an id means now: its own, or the one that it went into. */
export async function currentConversationId(db: Queryable, id: string): Promise<string> {
  const [row] = await db<{ intoId: string }[]>`
    select into_id from merged_conversations where id = ${id}`
  return row?.intoId ?? id
}

/** Every id under which a conversation's own events may stand in the log. */
export async function allIdsOf(db: Queryable, id: string): Promise<string[]> {
  const rows = await orm(db)
    .select({ id: mergedConversations.id })
    .from(mergedConversations)
    .where(eq(mergedConversations.intoId, id))
  return [id, ...rows.map((row) => row.id)]
}

/** Those that went into another after a feed number, in the order of their change. */
export async function listMerged(
  db: Queryable,
  after: number,
  limit: number,
): Promise<MergedConversationRow[]> {
  return db<MergedConversationRow[]>`
    select * from merged_conversations where feed > ${after} order by feed limit ${limit}`
}
