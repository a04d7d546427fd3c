import { canonicalId, conversationIdOf } from '@/lib/domain/fold/conversation/find-conversation'
import { memberKey, type World } from '@/lib/domain/fold/world'
import type {
  ActivityRow,
  MediaRow,
  MemberAliasRow,
  MergedConversationRow,
  MessageRow,
  ReactionRow,
} from '@/lib/domain/rows'
import type { Queryable } from '../client'
import type { Name } from './load-aliases'
import type { Needs } from './needs'

/** Own events may name a conversation that went into another: then that one is meant. */
export async function loadMerged(sql: Queryable, world: World, needs: Needs) {
  if (needs.conversations.size === 0) return
  const rows = await sql<MergedConversationRow[]>`
    select * from merged_conversations where id = any(${[...needs.conversations]}::uuid[])`
  for (const row of rows) {
    world.merged.load(row)
    needs.conversations.add(row.intoId)
  }
}

/**
 * Names that this batch joins and that meant different people before: what they are called else, and the lines between
 * messages. Where two of them have a thread, every line of both is needed, because one of the two moves.
 */
export async function loadJoined(sql: Queryable, world: World, groups: Name[][]) {
  for (const names of groups) {
    const apart = apartIn(world, names)
    const [first] = apart
    if (!first || apart.length < 2) continue
    const conversations = apart.map((name) =>
      conversationIdOf(world, name.channelId, name.externalId),
    )
    await loadNames(sql, world, first.channelId, apart, conversations)
    const met = apart.filter((name) =>
      world.members.get(memberKey(name.channelId, name.externalId)),
    )
    if (met.length > 1) await loadThreads(sql, world, met, conversations)
  }
}

/** The names that are no other name of somebody yet. */
function apartIn(world: World, names: Name[]): Name[] {
  const ids = new Map(
    names.map(({ channelId, externalId }) => [
      canonicalId(world, channelId, externalId),
      { channelId, externalId: canonicalId(world, channelId, externalId) },
    ]),
  )
  return [...ids.values()]
}

async function loadNames(
  sql: Queryable,
  world: World,
  channelId: string,
  names: Name[],
  conversations: string[],
) {
  const ids = names.map((name) => name.externalId)
  const aliases = await sql<MemberAliasRow[]>`
    select * from member_aliases
    where channel_id = ${channelId} and member_external_id = any(${ids}::text[])`
  for (const row of aliases) world.aliases.load(row)
  const merged = await sql<MergedConversationRow[]>`
    select * from merged_conversations where into_id = any(${conversations}::uuid[])`
  for (const row of merged) world.merged.load(row)
  const activities = await sql<ActivityRow[]>`
    select * from activities where conversation_id = any(${conversations}::uuid[])`
  for (const row of activities) world.activities.load(row)
}

async function loadThreads(sql: Queryable, world: World, names: Name[], conversations: string[]) {
  const messages = await sql<MessageRow[]>`
    select * from messages where conversation_id = any(${conversations}::uuid[])`
  for (const row of messages) world.messages.load(row)
  const media = await sql<MediaRow[]>`
    select * from media where message_id = any(${messages.map(({ id }) => id)}::uuid[])`
  for (const row of media) world.media.load(row)
  const ids = messages.flatMap(({ platformMessageId }) => platformMessageId ?? [])
  const reactions = await sql<ReactionRow[]>`
    select * from reactions where channel_id = any(${names.map((each) => each.channelId)}::uuid[])
      and platform_message_id = any(${ids}::text[])
      and actor = any(${names.map((each) => `member:${each.externalId}`)}::text[])`
  for (const row of reactions) world.reactions.load(row)
}
