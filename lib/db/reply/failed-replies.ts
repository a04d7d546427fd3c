import { CANCELLED } from '@/lib/domain/reply/reply'
import type { Queryable } from '../client'

/** Failures older than this are history, not work. */
const FAILED_DAYS = 7

const failedReply = (
  m: string,
) => `${m}.author = 'agent' and ${m}.delivery = 'failed' and not ${m}.removed
  and ${m}.error->>'key' is distinct from '${CANCELLED.key}'
  and ${m}.sent_at > now() - interval '${FAILED_DAYS} days'`

/**
 * Replies that did not arrive and that nobody has looked after yet, of the messages named `alias` in a query: one rule
 * for the outbox, the rows of the list and the counts.
 */
export function isFailedReply(sql: Queryable, alias: string) {
  return sql.unsafe(failedReply(alias))
}

/** How many such replies the conversation `c` has, as a column of a query. */
export const FAILED_REPLIES = `(select count(*)::int from messages f
  where f.conversation_id = c.id and ${failedReply('f')}) as failed_replies`

/** How many such replies somebody has, of the channels they see. */
export async function countFailedReplies(
  sql: Queryable,
  agentId: string,
  seenChannels?: string[],
): Promise<number> {
  const [row] = await sql<{ failed: number }[]>`
    select count(*) as failed from messages m
    where ${isFailedReply(sql, 'm')} and m.agent_id = ${agentId}
      ${seenChannels ? sql`and m.channel_id = any(${seenChannels}::uuid[])` : sql``}`
  return row?.failed ?? 0
}
