import type { Queryable } from '../client'

export interface SettingEventRow {
  id: number
  kind: string
  channelId: string | null
  receivedAt: number
  body: Uint8Array
  agentName: string | null
}

/** Which setting: the tags, or one canned reply or channel. */
export type SettingRef =
  | { of: 'tags' }
  | { of: 'canned-reply'; id: string }
  | { of: 'channel'; id: string }

/** What a setting was, newest first. */
export async function listSettingEvents(
  db: Queryable,
  ref: SettingRef,
  limit: number,
): Promise<SettingEventRow[]> {
  return db<SettingEventRow[]>`
    select e.id, e.kind, e.channel_id, e.received_at, e.body, a.name as agent_name
    from events e left join agents a on a.id = e.agent_id
    where ${about(db, ref)} order by e.id desc limit ${limit}`
}

export async function findSettingEvent(
  db: Queryable,
  id: number,
): Promise<SettingEventRow | undefined> {
  const [row] = await db<SettingEventRow[]>`
    select e.id, e.kind, e.channel_id, e.received_at, e.body, a.name as agent_name
    from events e left join agents a on a.id = e.agent_id
    where e.id = ${id} and e.kind in ('canned-reply.saved', 'tags.set', 'channel.configured')`
  return row
}

function about(db: Queryable, ref: SettingRef) {
  if (ref.of === 'tags') return db`e.kind = 'tags.set'`
  if (ref.of === 'channel') return db`e.kind = 'channel.configured' and e.channel_id = ${ref.id}`
  // Only these two kinds are looked into: their bodies are ours, and JSON.
  return db`e.kind in ('canned-reply.saved', 'canned-reply.removed') and ${ref.id} = case
    when e.kind = 'canned-reply.saved' then convert_from(e.body, 'UTF8')::jsonb->'cannedReply'->>'id'
    when e.kind = 'canned-reply.removed' then convert_from(e.body, 'UTF8')::jsonb->>'cannedReplyId' end`
}
