import type { Activity } from '@/lib/domain/activity'
import { type OrderKey, toOrderText } from '@/lib/domain/order'
import type { ActivityRow } from '@/lib/domain/rows'
import type { Queryable } from './client'

/** The activities of the stretch of time that a page covers. */
export async function listActivities(
  sql: Queryable,
  conversationId: string,
  from: string | undefined,
  before: OrderKey | undefined,
): Promise<Activity[]> {
  const rows = await sql<ActivityViewRow[]>`
    ${sql.unsafe(SELECT_ACTIVITY)} where v.conversation_id = ${conversationId}
      ${from ? sql`and v.at >= ${from}::timestamptz` : sql``}
      ${before ? sql`and v.at < ${new Date(before.sentAt).toISOString()}::timestamptz` : sql``}
    order by v.at, v.event_id`
  return rows.map(toActivity)
}

type ActivityViewRow = ActivityRow & { agentName: string | null }

const SELECT_ACTIVITY = `
  select v.*, a.name as agent_name from activities v left join agents a on a.id = v.agent_id`

export async function listChangedActivities(sql: Queryable, after: number, limit: number) {
  const rows = await sql<ActivityViewRow[]>`
    ${sql.unsafe(SELECT_ACTIVITY)} where v.feed > ${after} order by v.feed limit ${limit}`
  return rows.map((row) => ({
    ...toActivity(row),
    conversationId: row.conversationId,
    feed: row.feed,
  }))
}

function toActivity(row: ActivityViewRow): Activity {
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    order: toOrderText({ sentAt: row.at, eventId: row.eventId, place: 0 }),
    kind: row.kind,
    detail: row.detail ?? undefined,
    agent: row.agentId ? { id: row.agentId, name: row.agentName ?? 'A former agent' } : undefined,
  }
}
