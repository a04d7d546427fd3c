import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import type { HouseTag } from '@/lib/domain/workspace/house-tag'
import type { Queryable } from '../client'

/** All canned replies, by folder and title. */
export async function listCannedReplies(sql: Queryable): Promise<CannedReply[]> {
  const rows = await sql<CannedReply[]>`
    select id, title, folder, texts from canned_replies order by lower(folder), lower(title), id`
  return [...rows]
}

export async function findCannedReply(
  sql: Queryable,
  id: string,
): Promise<CannedReply | undefined> {
  const [row] = await sql<CannedReply[]>`
    select id, title, folder, texts from canned_replies where id = ${id}`
  return row
}

export async function countCannedReplies(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from canned_replies`
  return row?.count ?? 0
}

export async function putCannedReply(
  tx: Queryable,
  { id, title, folder, texts }: CannedReply,
): Promise<void> {
  await tx`
    insert into canned_replies (id, title, folder, texts)
    values (${id}, ${title}, ${folder}, ${JSON.stringify(texts)}::text::jsonb)
    on conflict (id) do update set title = excluded.title, folder = excluded.folder,
      texts = excluded.texts, updated_at = now()`
}

export async function deleteCannedReply(tx: Queryable, id: string): Promise<void> {
  await tx`delete from canned_replies where id = ${id}`
}

export async function listTags(sql: Queryable): Promise<HouseTag[]> {
  const rows = await sql<HouseTag[]>`
    select name, color, description from house_tags order by place`
  return [...rows]
}

/** All of them at once. */
export async function putTags(tx: Queryable, tags: HouseTag[]): Promise<void> {
  await tx`delete from house_tags`
  for (const [place, { name, color, description }] of tags.entries())
    await tx`
      insert into house_tags (name, place, color, description)
      values (${name}, ${place}, ${color}, ${description})`
}

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
  sql: Queryable,
  ref: SettingRef,
  limit: number,
): Promise<SettingEventRow[]> {
  return sql<SettingEventRow[]>`
    select e.id, e.kind, e.channel_id, e.received_at, e.body, a.name as agent_name
    from events e left join agents a on a.id = e.agent_id
    where ${about(sql, ref)} order by e.id desc limit ${limit}`
}

export async function findSettingEvent(
  sql: Queryable,
  id: number,
): Promise<SettingEventRow | undefined> {
  const [row] = await sql<SettingEventRow[]>`
    select e.id, e.kind, e.channel_id, e.received_at, e.body, a.name as agent_name
    from events e left join agents a on a.id = e.agent_id
    where e.id = ${id} and e.kind in ('canned-reply.saved', 'tags.set', 'channel.configured')`
  return row
}

function about(sql: Queryable, ref: SettingRef) {
  if (ref.of === 'tags') return sql`e.kind = 'tags.set'`
  if (ref.of === 'channel') return sql`e.kind = 'channel.configured' and e.channel_id = ${ref.id}`
  // Only these two kinds are looked into: their bodies are ours, and JSON.
  return sql`e.kind in ('canned-reply.saved', 'canned-reply.removed') and ${ref.id} = case
    when e.kind = 'canned-reply.saved' then convert_from(e.body, 'UTF8')::jsonb->'cannedReply'->>'id'
    when e.kind = 'canned-reply.removed' then convert_from(e.body, 'UTF8')::jsonb->>'cannedReplyId' end`
}
