import { isWindowRefused, type Platform, windowClosesAt } from '@/lib/domain/channel'
import type { ChannelSettings } from '@/lib/domain/channel-settings'
import { type Content, DELETED_PREVIEW, toPreview } from '@/lib/domain/content'
import type { Author, ConversationView, Counts, Page, View } from '@/lib/domain/conversation'
import type { ConversationRow, MemberRow } from '@/lib/domain/rows'
import { AppError } from '@/lib/errors'
import type { Queryable } from './client'
import { parseListCursor, toListCursor } from './cursor'
import { toIso } from './times'

type Row = ConversationRow &
  Pick<
    MemberRow,
    | 'externalId'
    | 'movedTo'
    | 'stellaId'
    | 'profileName'
    | 'email'
    | 'locale'
    | 'gender'
    | 'profilePic'
    | 'tags'
    | 'botNode'
    | 'botTree'
    | 'memberSince'
    | 'asOf'
  > & {
    memberName: string | null
    channelName: string
    platform: Platform
    authorized: boolean
    channelSettings: ChannelSettings
    assigneeName: string | null
    lastAuthor: Author | null
    lastContent: Content | null
    lastDeletedAt: number | null
    lastSentAt: number | null
    lastAgentId: string | null
    lastAgentName: string | null
  }

const SELECT = `
  select c.*, m.external_id, m.moved_to, m.stella_id, m.name as member_name, m.profile_name, m.email, m.locale,
    m.gender, m.profile_pic, m.tags, m.bot_node, m.bot_tree, m.member_since, m.as_of,
    ch.name as channel_name, ch.platform, ch.authorized, ch.settings as channel_settings, a.name as assignee_name,
    l.author as last_author, l.content as last_content, l.deleted_at as last_deleted_at, l.sent_at as last_sent_at,
    l.agent_id as last_agent_id, la.name as last_agent_name
  from conversations c
    join members m on m.id = c.member_id
    join channels ch on ch.id = c.channel_id
    left join agents a on a.id = c.assignee_id
    left join messages l on l.id = c.last_message_id
    left join agents la on la.id = l.agent_id`

const PAGE_MAX = 100
const PAGE_DEFAULT = 30

export interface ConversationFilter {
  view: View
  viewerId: string
  channelId?: string
  q?: string
  cursor?: string
  limit?: number
}

/** One page of the list, newest activity first. A cursor nobody gave out starts at the top. */
export async function listConversations(
  sql: Queryable,
  filter: ConversationFilter,
): Promise<Page<ConversationView>> {
  const limit = Math.min(Math.max(filter.limit ?? PAGE_DEFAULT, 1), PAGE_MAX)
  const cursor = filter.cursor ? parseListCursor(filter.cursor) : undefined
  const rows = await sql<Row[]>`
    ${sql.unsafe(SELECT)}
    where ${inView(sql, filter.view, filter.viewerId)}
      ${filter.channelId ? sql`and c.channel_id = ${filter.channelId}` : sql``}
      ${filter.q ? sql`and ${matches(sql, filter.q)}` : sql``}
      ${
        cursor
          ? sql`and (c.last_activity_at, c.id) < (${new Date(cursor.at).toISOString()}::timestamptz, ${cursor.id}::uuid)`
          : sql``
      }
    order by c.last_activity_at desc, c.id desc
    limit ${limit + 1}`
  const items = rows.slice(0, limit).map(toView)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, nextCursor: last ? toListCursor({ at: last.lastActivityAt, id: last.id }) : null }
}

/** The same rule as the browser's `belongsTo`, as SQL. */
function inView(sql: Queryable, view: View, viewerId: string) {
  switch (view) {
    case 'mine':
      return sql`c.assignee_id = ${viewerId} and c.status = 'open'`
    case 'waiting':
      return sql`c.owner = 'waiting' and c.status = 'open'`
    case 'bot':
      return sql`c.owner in ('bot', 'unknown') and c.status = 'open'`
    case 'all':
      return sql`true`
  }
}

/** Name, number or words of a message; `%` and `_` are letters here. */
function matches(sql: Queryable, q: string) {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`(m.name ilike ${pattern} or m.profile_name ilike ${pattern}
    or m.external_id ilike ${pattern} or m.moved_to ilike ${pattern} or exists (
      select from messages t where t.conversation_id = c.id and not t.removed and t.deleted_at is null
        and t.content->>'text' ilike ${pattern}))`
}

export async function findConversation(
  sql: Queryable,
  id: string,
): Promise<ConversationView | undefined> {
  const [view] = await findConversations(sql, [id])
  return view
}

/** Throws `not_found` when there is no such conversation. */
export async function getConversation(sql: Queryable, id: string): Promise<ConversationView> {
  const found = await findConversation(sql, id)
  if (!found) throw new AppError('not_found', 'There is no such conversation.')
  return found
}

export async function findConversations(
  sql: Queryable,
  ids: string[],
): Promise<ConversationView[]> {
  if (ids.length === 0) return []
  const rows = await sql<Row[]>`${sql.unsafe(SELECT)} where c.id = any(${ids}::uuid[])`
  return rows.map(toView)
}

/** Conversations whose row, member or channel changed after a feed number, in the order of their change. */
export async function listChangedConversations(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<ConversationView[]> {
  const rows = await sql<Row[]>`
    ${sql.unsafe(SELECT)} where c.feed > ${after} order by c.feed limit ${limit}`
  return rows.map(toView)
}

export async function countConversations(sql: Queryable, viewerId: string): Promise<Counts> {
  const [row] = await sql<[Counts]>`
    select
      count(*) filter (where assignee_id = ${viewerId} and status = 'open') as mine,
      count(*) filter (where owner = 'waiting' and status = 'open') as waiting,
      count(*) filter (where owner in ('bot', 'unknown') and status = 'open') as bot,
      count(*) as all
    from conversations`
  return { mine: row.mine, waiting: row.waiting, bot: row.bot, all: row.all }
}

function toView(row: Row): ConversationView {
  const lastInboundAt = row.lastInboundAt ?? undefined
  const refusedAt = row.windowRefusedAt ?? undefined
  const closesAt = windowClosesAt(row.platform, lastInboundAt, refusedAt)
  return {
    id: row.id,
    feed: row.feed,
    channel: {
      id: row.channelId,
      name: row.channelName,
      platform: row.platform,
      authorized: row.authorized,
      windowWarningMinutes: row.channelSettings.windowWarningMinutes,
    },
    member: {
      id: row.memberId,
      externalId: row.movedTo ?? row.externalId,
      stellaId: row.stellaId ?? undefined,
      name: nameOf(row),
      email: row.email ?? undefined,
      locale: row.locale ?? undefined,
      gender: row.gender ?? undefined,
      profilePic: row.profilePic ?? undefined,
      tags: row.tags,
      botNode: row.botNode ?? undefined,
      botTree: row.botTree ?? undefined,
      memberSince: toIso(row.memberSince),
      asOf: toIso(row.asOf),
    },
    owner: row.owner,
    ownerSince: toIso(row.ownerSince),
    ownerWhy: row.ownerWhy ?? undefined,
    botProblem: row.botProblem ?? undefined,
    liveChat: row.liveChat,
    liveChatAsOf: toIso(row.liveChatAsOf),
    driftAt: toIso(row.driftAt),
    status: row.status,
    assignee: row.assigneeId
      ? { id: row.assigneeId, name: row.assigneeName ?? 'A former agent' }
      : undefined,
    unread: row.unread,
    lastMessage: lastMessageOf(row),
    lastActivityAt: new Date(row.lastActivityAt).toISOString(),
    lastInboundAt: toIso(row.lastInboundAt),
    windowClosesAt: toIso(closesAt),
    windowRefused: isWindowRefused(lastInboundAt, refusedAt) || undefined,
  }
}

/** Display name: Stella's, else the platform profile's, else the number (Facts §6.1). */
function nameOf(row: Row): string {
  return row.memberName ?? row.profileName ?? row.movedTo ?? row.externalId
}

function lastMessageOf(row: Row): ConversationView['lastMessage'] {
  if (!row.lastAuthor || !row.lastContent || row.lastSentAt === null) return undefined
  return {
    author: row.lastAuthor,
    agent: row.lastAgentId
      ? { id: row.lastAgentId, name: row.lastAgentName ?? 'A former agent' }
      : undefined,
    kind: row.lastDeletedAt === null ? row.lastContent.type : 'text',
    preview: row.lastDeletedAt === null ? toPreview(row.lastContent) : DELETED_PREVIEW,
    sentAt: new Date(row.lastSentAt).toISOString(),
  }
}
