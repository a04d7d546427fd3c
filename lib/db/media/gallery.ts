import { FILES, PICTURES } from '@/drizzle/schema/folded/message'
import { parseOrderText, toOrderText } from '@/lib/domain/conversation/order'
import type { GalleryFile } from '@/lib/domain/media/shown-file'
import type { Queryable } from '../client'

export const GALLERY_SHELVES = ['pictures', 'files'] as const
export type GalleryShelf = (typeof GALLERY_SHELVES)[number]

/** What came as a picture and is none by its bytes is a file: browsers would try to draw it, whatever its type says. */
const SHELF_OF = `case when f.kind in ('image', 'video') and f.type is distinct from
  'application/octet-stream' then 'pictures' else 'files' end`

const KEY = 'f.id, m.id as message_id, m.sent_at, m.event_id, m.place'

/** As the index of that name has it. */
const NO_PICTURE = `f.kind in ('image', 'video') and f.type = 'application/octet-stream'`

/** Where the files of a shelf are found: an index each, in the order of the gallery. */
function inMessages(shelf: GalleryShelf): string {
  return shelf === 'pictures' ? PICTURES : FILES
}

const PAGE_MAX = 100
const PAGE_DEFAULT = 24

/**
 * What was sent in a conversation, by either side, newest first: what we have, and of what has expired the thumbnails.
 * Files lie in messages, whose order is known, and what came as a picture and is none beside them.
 * `before` is the `order` of an item at hand; text that is no order is ignored.
 */
export async function listGallery(
  sql: Queryable,
  conversationId: string,
  { shelf, before, limit }: { shelf: GalleryShelf; before?: string; limit?: number },
): Promise<{ items: GalleryFile[]; nextCursor: string | null }> {
  const most = Math.min(Math.max(limit ?? PAGE_DEFAULT, 1), PAGE_MAX)
  const from = before ? parseOrderText(before) : undefined
  const shown = sql`f.kind <> 'sticker' and ${sql.unsafe(SHELF_OF)} = ${shelf}
    and (f.state = 'stored' or (f.state = 'expired' and f.thumbnail_sha256 is not null))
    and m.deleted_at is null
    ${from ? sql`and (m.sent_at, m.event_id, m.place) < (${new Date(from.sentAt).toISOString()}::timestamptz, ${from.eventId}::bigint, ${from.place}::int)` : sql``}
    order by m.sent_at desc, m.event_id desc, m.place desc, f.id limit ${most + 1}`
  const page = sql`(
    select ${sql.unsafe(KEY)} from messages m join media f on f.message_id = m.id
    where m.conversation_id = ${conversationId} and ${sql.unsafe(inMessages(shelf))} and ${shown})`
  const noPictures = sql`(
    select ${sql.unsafe(KEY)} from media f join messages m on m.id = f.message_id
    where f.conversation_id = ${conversationId} and ${sql.unsafe(NO_PICTURE)} and not m.removed and ${shown})`
  const rows = await sql<GalleryFile[]>`
    select f.id, f.kind, f.name, f.state, f.type, f.size, f.width, f.height, f.duration_ms, f.peaks,
      f.blur, f.thumbnail_sha256, f.reason, p.message_id, p.sent_at, p.event_id, p.place
    from (${page} ${shelf === 'files' ? sql`union ${noPictures}` : sql``}) p join media f on f.id = p.id
    order by p.sent_at desc, p.event_id desc, p.place desc, f.id limit ${most + 1}`
  const items = rows.slice(0, most)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > most && last ? toOrderText(last) : null }
}
