import { NEWEST_LINES } from '@/lib/domain/fold/conversation/change-rows'
import type { World } from '@/lib/domain/fold/world'
import type { ConversationRow, MemberRow, MessageRow, OwnershipSpanRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'
import type { Needs } from './needs'

/** The conversations that events name, by themselves or by their member. */
export async function loadConversations(
  sql: Queryable,
  world: World,
  { members, conversations, stellaMembers }: Needs,
): Promise<ConversationRow[]> {
  const rows = await sql<ConversationRow[]>`
    select * from conversations where id = any(${[...conversations]}::uuid[])
    union all
    select c.* from conversations c join members m on m.id = c.member_id join unnest(
      ${members.map((each) => each.channelId)}::uuid[],
      ${members.map((each) => each.externalId)}::text[]) as need (channel_id, external_id)
    on m.channel_id = need.channel_id and m.external_id = need.external_id
    union all
    select c.* from conversations c join members m on m.id = c.member_id join unnest(
      ${stellaMembers.map((each) => each.channelId)}::uuid[],
      ${stellaMembers.map((each) => each.stellaId)}::text[]) as need (channel_id, stella_id)
    on m.channel_id = need.channel_id and m.stella_id = need.stella_id`
  for (const row of rows) world.conversations.load(row)
  return rows
}

/** Those of messages that were loaded. Most stand in a conversation that the events name. */
export async function loadConversationsOf(
  sql: Queryable,
  world: World,
  messages: MessageRow[],
): Promise<ConversationRow[]> {
  const ids = new Set(messages.map((message) => message.conversationId))
  for (const id of ids) if (world.conversations.get(id)) ids.delete(id)
  if (ids.size === 0) return []
  const rows = await sql<ConversationRow[]>`
    select * from conversations where id = any(${[...ids]}::uuid[])`
  for (const row of rows) world.conversations.load(row)
  return rows
}

/** Of each conversation its member, its newest lines and who should answer it; and members to whom nobody has spoken yet. */
export async function loadAround(
  sql: Queryable,
  world: World,
  { members }: Needs,
  conversations: ConversationRow[],
) {
  await Promise.all([
    loadMembers(sql, world, members, conversations),
    loadNewest(sql, world, conversations),
    loadSpans(sql, world, conversations),
  ])
}

async function loadMembers(
  sql: Queryable,
  world: World,
  members: Needs['members'],
  conversations: ConversationRow[],
) {
  const rows = await sql<MemberRow[]>`
    select * from members where id = any(${conversations.map((row) => row.memberId)}::uuid[])
    union all
    select m.* from members m join unnest(
      ${members.map((each) => each.channelId)}::uuid[],
      ${members.map((each) => each.externalId)}::text[]) as need (channel_id, external_id)
    on m.channel_id = need.channel_id and m.external_id = need.external_id`
  for (const row of rows) world.members.load(row)
}

/** A new line is compared with the newest lines of its conversation, and one of those may turn out to be none. */
async function loadNewest(sql: Queryable, world: World, conversations: ConversationRow[]) {
  const ids = [...new Set(conversations.map((row) => row.id))]
  const rows = await sql<MessageRow[]>`
    select m.* from unnest(${ids}::uuid[]) as c (id)
    cross join lateral (
      select * from messages
      where conversation_id = c.id and not removed and held_until is null and send_at is null
      order by sent_at desc, event_id desc, place desc limit ${NEWEST_LINES}) m`
  for (const row of rows) world.messages.load(row)
}

/** The open stretch of each conversation: what happens next ends it, or goes on in it. */
async function loadSpans(sql: Queryable, world: World, conversations: ConversationRow[]) {
  const ids = conversations.map((row) => row.id)
  const rows = await sql<OwnershipSpanRow[]>`
    select * from ownership_spans where conversation_id = any(${ids}::uuid[]) and ended_at is null`
  for (const row of rows) world.spans.load(row)
}
