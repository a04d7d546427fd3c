import type { Author, MessageView } from '@/lib/domain/conversation/conversation'
import { isLate, toOrderText } from '@/lib/domain/conversation/order'
import type { MediaView } from '@/lib/domain/media/media-view'
import { type Content, DELETED_PREVIEW, textOf, toPreview } from '@/lib/domain/message/content'
import type { MediaRow, MessageRow } from '@/lib/domain/rows'
import { paths } from '@/lib/paths'
import { toIso } from '../iso'

/** What leaves the server of a file: nothing of where its bytes come from. */
export type MediaViewRow = Omit<
  MediaRow,
  'messageId' | 'conversationId' | 'channelId' | 'whatsappMediaId' | 'sourceUrl' | 'sha256'
>

/** What `SELECT` gives. */
export type MessageViewRow = MessageRow & {
  agentName: string | null
  media: MediaViewRow[] | null
  targetId: string | null
  targetAuthor: Author | null
  targetContent: Content | null
  targetDeletedAt: number | null
  reactions: { emoji: string; by: 'member' | 'us'; at: string }[] | null
}

/** Messages with the name of who wrote them, what they answer, their reactions and their files. */
export const SELECT = `
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

/** A message as it stands in JSON. */
export function toMessageView(row: MessageViewRow): MessageView {
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
function saidIn(
  row: MessageViewRow,
): Pick<MessageView, 'kind' | 'content' | 'media'> & Partial<MessageView> {
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

function replyToOf(row: MessageViewRow): MessageView['replyTo'] {
  if (!row.replyToPlatformId) return undefined
  return {
    platformMessageId: row.replyToPlatformId,
    messageId: row.targetId ?? undefined,
    author: row.targetAuthor ?? undefined,
    preview: targetPreview(row),
  }
}

function targetPreview({ targetContent, targetDeletedAt }: MessageViewRow): string | undefined {
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
