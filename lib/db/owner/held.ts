import { and, eq, not } from 'drizzle-orm'
import { conversations } from '@/drizzle/schema/folded/conversation'
import type { Queryable } from '../client'
import { isOneOf, orm } from '../orm'

/** The conversations that somebody holds on other channels than these, by id. */
export async function listHeldOutside(
  db: Queryable,
  agentId: string,
  channelIds: string[],
): Promise<string[]> {
  const rows = await orm(db)
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(eq(conversations.assigneeId, agentId), not(isOneOf(conversations.channelId, channelIds))),
    )
    .orderBy(conversations.id)
  return rows.map(({ id }) => id)
}
