import { conversationIdOf } from '@/lib/domain/fold/conversation/find-conversation'
import { waitingMarkId } from '@/lib/domain/fold/message/receipts'
import type { World } from '@/lib/domain/fold/world'
import { SIGHT_SECONDS_MAX } from '@/lib/domain/message/sightings'
import type {
  ActivityRow,
  ChannelRow,
  MediaRow,
  MessageKeyRow,
  MessageRow,
  ReactionRow,
  ReceiptRow,
  SightingRow,
} from '@/lib/domain/rows'
import type { Queryable } from '../client'
import { loadAliases } from './load-aliases'
import { loadAround, loadConversations, loadConversationsOf } from './load-conversations'
import { loadJoined, loadMerged } from './load-joined'
import type { Needs } from './needs'

/** Loads the rows that the needs name into the world, with a few set queries that wait for each other as little as can be. */
export async function loadWorld(sql: Queryable, world: World, needs: Needs): Promise<void> {
  const [groups, , keys, media] = await Promise.all([
    loadAliases(sql, world, needs),
    loadMerged(sql, world, needs),
    loadKeys(sql, world, needs),
    loadMedia(sql, world, needs),
    loadChannels(sql, world, needs),
    loadSightings(sql, world, needs),
    loadReceipts(sql, world, needs),
    loadReactions(sql, world, needs),
    loadActivities(sql, world, needs),
  ])
  // Of thousands of equal messages only the provisional one may change: the others would be loaded with all their words.
  const sighted = world.sightings
    .loaded()
    .flatMap(({ source, messageId }) => (source === 'normalized' && messageId ? [messageId] : []))
  const messageIds = [
    ...needs.messages,
    ...keys.map((key) => key.messageId),
    ...media.map((file) => file.messageId),
    ...sighted,
  ]
  const [messages, conversations] = await Promise.all([
    loadMessages(sql, world, messageIds, needs),
    loadConversations(sql, world, needs),
  ])
  const others = await loadConversationsOf(sql, world, messages)
  await Promise.all([
    loadFilesOf(sql, world, messages),
    loadAround(sql, world, needs, [...conversations, ...others]),
    loadWaitingMarks(sql, world, needs),
  ])
  await loadJoined(sql, world, groups)
}

async function loadChannels(sql: Queryable, world: World, needs: Needs) {
  const rows = await sql<ChannelRow[]>`
    select * from channels where connection_id in (
      select connection_id from channels where id = any(${[...needs.channels]}::uuid[]))`
  for (const row of rows) world.channels.load(row)
}

async function loadSightings(sql: Queryable, world: World, { contents }: Needs) {
  if (contents.length === 0) return
  const spans = spansOf(contents)
  const rows = await sql<SightingRow[]>`
    select s.* from sightings s join unnest(
      ${spans.map((each) => each.channelId)}::uuid[], ${spans.map((each) => each.contentKey)}::text[],
      ${spans.map((each) => each.from)}::bigint[], ${spans.map((each) => each.until)}::bigint[]
    ) as need (channel_id, content_key, from_second, until_second)
    on s.channel_id = need.channel_id and s.content_key = need.content_key
      and s.second between need.from_second and need.until_second`
  for (const row of rows) world.sightings.load(row)
}

interface Span {
  channelId: string
  contentKey: string
  from: number
  until: number
}

/** Where sights of a content are looked for. Stretches of one content that touch are one, so no row is read twice. */
function spansOf(contents: Needs['contents']): Span[] {
  const last = new Map<string, Span>()
  const spans: Span[] = []
  for (const { channelId, contentKey, second } of [...contents].sort(
    (a, b) => a.second - b.second,
  )) {
    const [from, until] = [second - SIGHT_SECONDS_MAX, second + SIGHT_SECONDS_MAX]
    const key = `${channelId}:${contentKey}`
    const before = last.get(key)
    if (before && from <= before.until) {
      before.until = until
      continue
    }
    const span = { channelId, contentKey, from, until }
    last.set(key, span)
    spans.push(span)
  }
  return spans
}

async function loadReceipts(sql: Queryable, world: World, { receipts }: Pick<Needs, 'receipts'>) {
  if (receipts.length === 0) return
  const rows = await sql<ReceiptRow[]>`
    select r.* from receipts r join unnest(
      ${receipts.map((each) => each.channelId)}::uuid[],
      ${receipts.map((each) => each.platformMessageId)}::text[]) as need (channel_id, id)
    on r.channel_id = need.channel_id and r.platform_message_id = need.id`
  for (const row of rows) world.receipts.load(row)
}

/** Watermarks that wait for somebody who has no conversation yet: of others none is ever looked at. */
async function loadWaitingMarks(sql: Queryable, world: World, { members }: Needs) {
  const strangers = members.filter(
    ({ channelId, externalId }) =>
      !world.conversations.get(conversationIdOf(world, channelId, externalId)),
  )
  const receipts = strangers.map(({ channelId, externalId }) => ({
    channelId,
    platformMessageId: waitingMarkId(externalId),
  }))
  await loadReceipts(sql, world, { receipts })
}

async function loadReactions(sql: Queryable, world: World, { receipts }: Needs) {
  if (receipts.length === 0) return
  const rows = await sql<ReactionRow[]>`
    select r.* from reactions r join unnest(
      ${receipts.map((each) => each.channelId)}::uuid[],
      ${receipts.map((each) => each.platformMessageId)}::text[]) as need (channel_id, id)
    on r.channel_id = need.channel_id and r.platform_message_id = need.id`
  for (const row of rows) world.reactions.load(row)
}

async function loadActivities(sql: Queryable, world: World, { activities }: Needs) {
  if (activities.size === 0) return
  const rows = await sql<ActivityRow[]>`
    select * from activities where id = any(${[...activities]}::uuid[])`
  for (const row of rows) world.activities.load(row)
}

async function loadKeys(sql: Queryable, world: World, { keys }: Needs): Promise<MessageKeyRow[]> {
  if (keys.length === 0) return []
  const rows = await sql<MessageKeyRow[]>`
    select k.* from message_keys k join unnest(
      ${keys.map((each) => each.channelId)}::uuid[], ${keys.map((each) => each.key)}::text[]
    ) as need (channel_id, key) on k.channel_id = need.channel_id and k.key = need.key`
  for (const row of rows) world.keys.load(row)
  return rows
}

async function loadMedia(sql: Queryable, world: World, { media }: Needs): Promise<MediaRow[]> {
  if (media.size === 0) return []
  const rows = await sql<MediaRow[]>`select * from media where id = any(${[...media]}::uuid[])`
  for (const row of rows) world.media.load(row)
  return rows
}

/** A message seen again keeps the files it has. */
async function loadFilesOf(sql: Queryable, world: World, messages: MessageRow[]) {
  const ids = messages.flatMap(({ id, content }) => ('mediaIds' in content ? id : []))
  if (ids.length === 0) return
  const rows = await sql<MediaRow[]>`select * from media where message_id = any(${ids}::uuid[])`
  for (const row of rows) world.media.load(row)
}

async function loadMessages(
  sql: Queryable,
  world: World,
  ids: string[],
  { replies, scheduled, watermarks, twins }: Needs,
) {
  const rows = await sql<MessageRow[]>`
    select * from messages where id = any(${ids}::uuid[])
    union all
    select * from messages
    where conversation_id = any(${[...replies]}::uuid[]) and author = 'agent' and not echoed
    union all
    select * from messages
    where conversation_id = any(${[...scheduled]}::uuid[]) and send_at is not null
    union all
    select m.* from messages m join unnest(
      ${watermarks.map((each) => each.conversationId)}::uuid[],
      ${watermarks.map((each) => new Date(each.until).toISOString())}::timestamptz[]
    ) as need (id, until) on m.conversation_id = need.id and m.sent_at <= need.until
    where m.author <> 'member' and m.delivery in ('sent', 'delivered', 'failed')
    union all
    select m.* from messages m join unnest(
      ${twins.map((each) => each.conversationId)}::uuid[],
      ${twins.map((each) => new Date(each.from).toISOString())}::timestamptz[],
      ${twins.map((each) => new Date(each.until).toISOString())}::timestamptz[]
    ) as need (id, from_at, until_at)
      on m.conversation_id = need.id and m.sent_at between need.from_at and need.until_at
    where m.author <> 'member' and not m.removed and m.send_at is null`
  for (const row of rows) world.messages.load(row)
  return rows
}

export async function readFeedHead(sql: Queryable): Promise<number> {
  const [row] = await sql<{ feed: number }[]>`select feed from feed_head where id = 1`
  return row?.feed ?? 0
}
