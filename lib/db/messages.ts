import { type Content, DELETED_PREVIEW, textOf, toPreview } from '@/lib/domain/content'
import type {
  Activity,
  Author,
  MediaView,
  MessageView,
  ThreadPage,
} from '@/lib/domain/conversation'
import { isLate, type OrderKey, parseOrderText, toOrderText } from '@/lib/domain/order'
import type { ActivityRow, MediaRow, MessageRow } from '@/lib/domain/rows'
import { paths } from '@/lib/paths'
import type { Queryable } from './client'
import { toIso } from './times'

export type MediaViewRow = Omit<
  MediaRow,
  'messageId' | 'conversationId' | 'channelId' | 'whatsappMediaId' | 'sourceUrl' | 'sha256'
>

type Row = MessageRow & {
  agentName: string | null
  media: MediaViewRow[] | null
  targetId: string | null
  targetAuthor: Author | null
  targetContent: Content | null
  targetDeletedAt: number | null
  reactions: { emoji: string; by: 'member' | 'us'; at: string }[] | null
}

const SELECT = `
  select m.*, a.name as agent_name, t.id as target_id, t.author as target_author,
    t.content as target_content, t.deleted_at as target_deleted_at,
    (select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'by', r.by, 'at', r.at) order by r.at, r.actor)
      from reactions r where r.channel_id = m.channel_id
        and r.platform_message_id = m.platform_message_id and r.emoji is not null) as reactions,
    (select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name,
      'state', f.state, 'type', f.type, 'size', f.size, 'width', f.width, 'height', f.height,
      'durationMs', f.duration_ms, 'peaks', f.peaks, 'blur', f.blur,
      'thumbnailSha256', f.thumbnail_sha256, 'reason', f.reason))
      from media f where f.message_id = m.id) as media
  from messages m
    left join agents a on a.id = m.agent_id
    left join message_keys k on k.channel_id = m.channel_id
      and m.reply_to_platform_id is not null and k.key = 'id:' || m.reply_to_platform_id
    left join messages t on t.id = k.message_id`

const PAGE_MAX = 200
const PAGE_DEFAULT = 50

/**
 * A page of a thread, oldest first. Without cursors its newest end; `before` and `after` are `order` texts of
 * lines at hand. Text that is no order is ignored.
 */
export async function listMessages(
  sql: Queryable,
  conversationId: string,
  page: { before?: string; after?: string; limit?: number } = {},
): Promise<ThreadPage> {
  const limit = Math.min(Math.max(page.limit ?? PAGE_DEFAULT, 1), PAGE_MAX)
  const after = page.after ? parseOrderText(page.after) : undefined
  const before = page.before ? parseOrderText(page.before) : undefined
  const rows = await sql<Row[]>`
    ${sql.unsafe(SELECT)}
    where m.conversation_id = ${conversationId} and not m.removed and m.send_at is null
      ${before ? sql`and ${order(sql)} < ${key(sql, before)}` : sql``}
      ${after ? sql`and ${order(sql)} > ${key(sql, after)}` : sql``}
    order by m.sent_at ${direction(sql, after)}, m.event_id ${direction(sql, after)},
      m.place ${direction(sql, after)}
    limit ${limit + 1}`
  const items = rows.slice(0, limit).map(toView)
  if (!after) items.reverse()
  const first = items[0]
  const hasMore = rows.length > limit && !after
  return {
    items,
    activities: await listActivities(
      sql,
      conversationId,
      hasMore ? first?.sentAt : undefined,
      before,
    ),
    previousCursor: hasMore && first ? first.order : null,
  }
}

function direction(sql: Queryable, after: OrderKey | undefined) {
  return after ? sql`asc` : sql`desc`
}

function order(sql: Queryable) {
  return sql`(m.sent_at, m.event_id, m.place)`
}

function key(sql: Queryable, { sentAt, eventId, place }: OrderKey) {
  return sql`(${new Date(sentAt).toISOString()}::timestamptz, ${eventId}::bigint, ${place}::int)`
}

/** The activities of the stretch of time that a page covers. */
async function listActivities(
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

export async function findMessage(sql: Queryable, id: string): Promise<MessageView | undefined> {
  const [row] = await sql<Row[]>`${sql.unsafe(SELECT)} where m.id = ${id}`
  return row ? toView(row) : undefined
}

/** Messages by id; what is not there is left out. */
export async function listMessagesById(
  sql: Queryable,
  ids: string[],
): Promise<Map<string, MessageView>> {
  const rows = await sql<Row[]>`${sql.unsafe(SELECT)} where m.id = any(${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, toView(row)]))
}

/** The replies of a conversation that wait for their time, soonest first. */
export async function listScheduled(
  sql: Queryable,
  conversationId: string,
): Promise<MessageView[]> {
  const rows = await sql<Row[]>`
    ${sql.unsafe(SELECT)}
    where m.conversation_id = ${conversationId} and m.send_at is not null and not m.removed
    order by m.send_at, m.event_id limit ${PAGE_MAX}`
  return rows.map(toView)
}

/** Lines that others added to a conversation after a feed number: what a reply written on a stale view missed. */
export async function listMissed(
  sql: Queryable,
  conversationId: string,
  after: number,
  agentId: string,
): Promise<MessageView[]> {
  const rows = await sql<Row[]>`
    ${sql.unsafe(SELECT)}
    where m.conversation_id = ${conversationId} and m.created_feed > ${after} and not m.removed
      and m.send_at is null
      and m.agent_id is distinct from ${agentId}
    order by m.sent_at, m.event_id, m.place limit 20`
  return rows.map(toView)
}

/** Lines that changed after a feed number, in the order of their change. */
export async function listChangedMessages(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<MessageView[]> {
  const rows = await sql<Row[]>`
    ${sql.unsafe(SELECT)} where m.feed > ${after} order by m.feed limit ${limit}`
  return rows.map(toView)
}

export async function listChangedActivities(sql: Queryable, after: number, limit: number) {
  const rows = await sql<ActivityViewRow[]>`
    ${sql.unsafe(SELECT_ACTIVITY)} where v.feed > ${after} order by v.feed limit ${limit}`
  return rows.map((row) => ({
    ...toActivity(row),
    conversationId: row.conversationId,
    feed: row.feed,
  }))
}

/** How many of the member's lines stand after a line of the thread: what stays unread when it was read. */
export async function countMemberLinesAfter(
  sql: Queryable,
  conversationId: string,
  messageId: string,
): Promise<number | undefined> {
  const [line] = await sql<MessageRow[]>`
    select * from messages where id = ${messageId} and conversation_id = ${conversationId}`
  if (!line) return undefined
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from messages m
    where m.conversation_id = ${conversationId} and m.author = 'member' and not m.removed
      and ${order(sql)} > ${key(sql, line)}`
  return row?.count ?? 0
}

function toView(row: Row): MessageView {
  return {
    id: row.id,
    conversationId: row.conversationId,
    feed: row.feed,
    author: row.author,
    agent: row.agentId ? { id: row.agentId, name: row.agentName ?? 'A former agent' } : undefined,
    ...saidIn(row),
    sentAt: new Date(row.sentAt).toISOString(),
    receivedAt: new Date(row.receivedAt).toISOString(),
    order: toOrderText(row),
    late: isLate(row) || undefined,
    delivery: row.delivery ?? undefined,
    error: row.error ?? undefined,
    attemptedAt: toIso(row.attemptedAt),
    nextAttemptAt: toIso(row.nextAttemptAt),
    heldUntil: toIso(row.heldUntil),
    sendAt: toIso(row.sendAt),
    unlessMemberWrites: row.unlessMemberWrites || undefined,
    platformMessageId: row.platformMessageId ?? undefined,
    replyTo: replyToOf(row),
    reactions: (row.reactions ?? []).map(toReaction),
    removed: row.removed || undefined,
  }
}

/** What a message says. Of a deleted one nothing leaves the server but that it was there. */
function saidIn(row: Row): Pick<MessageView, 'kind' | 'content' | 'media'> & Partial<MessageView> {
  if (row.deletedAt !== null)
    return { kind: 'text', content: { type: 'text', text: '' }, media: [], deleted: true }
  return {
    kind: row.content.type,
    text: textOf(row.content),
    content: row.content,
    context: row.context ?? undefined,
    media: (row.media ?? []).map(toMediaView).sort(byPlaceIn(row.content)),
  }
}

function toReaction({ emoji, by, at }: { emoji: string; by: 'member' | 'us'; at: string }) {
  const author: Author = by === 'member' ? 'member' : 'api'
  return { emoji, author, at: new Date(at).toISOString() }
}

function replyToOf(row: Row): MessageView['replyTo'] {
  if (!row.replyToPlatformId) return undefined
  return {
    platformMessageId: row.replyToPlatformId,
    messageId: row.targetId ?? undefined,
    author: row.targetAuthor ?? undefined,
    preview: targetPreview(row),
  }
}

function targetPreview({ targetContent, targetDeletedAt }: Row): string | undefined {
  if (!targetContent) return undefined
  return targetDeletedAt === null ? toPreview(targetContent) : DELETED_PREVIEW
}

/** A file as it stands in JSON, whatever query read it. */
export function toMediaView(file: MediaViewRow): MediaView {
  return {
    id: file.id,
    kind: file.kind,
    state: file.state,
    type: file.type ?? undefined,
    name: file.name ?? undefined,
    size: file.size ?? undefined,
    width: file.width ?? undefined,
    height: file.height ?? undefined,
    durationMs: file.durationMs ?? undefined,
    peaks: file.peaks ?? undefined,
    blur: file.blur ?? undefined,
    reason: file.reason ?? undefined,
    url: paths.api.media(file.id),
    thumbnailUrl: file.thumbnailSha256 ? paths.api.thumbnail(file.id) : undefined,
  }
}

function byPlaceIn(content: Content) {
  const ids = 'mediaIds' in content ? content.mediaIds : []
  return (a: MediaView, b: MediaView) => ids.indexOf(a.id) - ids.indexOf(b.id)
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
