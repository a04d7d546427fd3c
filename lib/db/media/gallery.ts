import { parseOrderText, toOrderText } from '@/lib/domain/conversation/order'
import type { GalleryFile } from '@/lib/domain/media/shown-file'
import type { Queryable } from '../client'

export const GALLERY_SHELVES = ['pictures', 'files'] as const
export type GalleryShelf = (typeof GALLERY_SHELVES)[number]

/** What came as a picture and is none by its bytes is a file: browsers would try to draw it, whatever its type says. */
const SHELF_OF = `case when f.kind in ('image', 'video') and f.type is distinct from
  'application/octet-stream' then 'pictures' else 'files' end`

const PAGE_MAX = 100
const PAGE_DEFAULT = 24

/**
 * What was sent in a conversation, by either side, newest first: what we have, and of what has expired the thumbnails.
 * `before` is the `order` of an item at hand; text that is no order is ignored.
 */
export async function listGallery(
  sql: Queryable,
  conversationId: string,
  { shelf, before, limit }: { shelf: GalleryShelf; before?: string; limit?: number },
): Promise<{ items: GalleryFile[]; nextCursor: string | null }> {
  const most = Math.min(Math.max(limit ?? PAGE_DEFAULT, 1), PAGE_MAX)
  const from = before ? parseOrderText(before) : undefined
  const rows = await sql<GalleryFile[]>`
    select f.id, f.kind, f.name, f.state, f.type, f.size, f.width, f.height, f.duration_ms, f.peaks,
      f.blur, f.thumbnail_sha256, f.reason, m.id as message_id, m.sent_at, m.event_id, m.place
    from media f join messages m on m.id = f.message_id
    where f.conversation_id = ${conversationId} and f.kind <> 'sticker'
      and ${sql.unsafe(SHELF_OF)} = ${shelf}
      and (f.state = 'stored' or (f.state = 'expired' and f.thumbnail_sha256 is not null))
      and not m.removed and m.deleted_at is null
      ${from ? sql`and (m.sent_at, m.event_id, m.place) < (${new Date(from.sentAt).toISOString()}::timestamptz, ${from.eventId}::bigint, ${from.place}::int)` : sql``}
    order by m.sent_at desc, m.event_id desc, m.place desc, f.id limit ${most + 1}`
  const items = rows.slice(0, most)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > most && last ? toOrderText(last) : null }
}
