import type { NamedActivity } from '@/lib/domain/message/full-message'
import type { Queryable } from '../client'

/** The stretch of time that a page covers, in epoch ms; what is missing is open. Pages that follow share no moment. */
export interface Stretch {
  since?: number
  after?: number
  before?: number
  until?: number
}

/** Lines between messages that one page holds at most: more than that the newest of its stretch stand for it. */
const ACTIVITIES_MAX = 500

/** The activities of a page, oldest first. */
export async function listActivities(
  sql: Queryable,
  conversationId: string,
  { since, after, before, until }: Stretch,
): Promise<NamedActivity[]> {
  const rows = await sql<NamedActivity[]>`
    ${sql.unsafe(SELECT_ACTIVITY)} where v.conversation_id = ${conversationId}
      ${since === undefined ? sql`` : sql`and v.at >= ${toTime(since)}::timestamptz`}
      ${after === undefined ? sql`` : sql`and v.at > ${toTime(after)}::timestamptz`}
      ${before === undefined ? sql`` : sql`and v.at < ${toTime(before)}::timestamptz`}
      ${until === undefined ? sql`` : sql`and v.at <= ${toTime(until)}::timestamptz`}
    order by v.at desc, v.event_id desc limit ${ACTIVITIES_MAX}`
  return rows.reverse()
}

function toTime(ms: number): string {
  return new Date(ms).toISOString()
}

const SELECT_ACTIVITY = `
  select v.*, a.name as agent_name from activities v left join agents a on a.id = v.agent_id`

export async function listChangedActivities(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<NamedActivity[]> {
  return sql<NamedActivity[]>`
    ${sql.unsafe(SELECT_ACTIVITY)} where v.feed > ${after} order by v.feed limit ${limit}`
}
