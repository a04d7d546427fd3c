import { FILES, PICTURES } from '@/drizzle/schema/folded/message'
import { parseOrderText, toOrderText } from '@/lib/domain/conversation/order'
import type { GalleryFile } from '@/lib/domain/media/shown-file'
import type { Queryable } from '../client'

export const GALLERY_SHELVES = ['pictures', 'files'] as const
export type GalleryShelf = (typeof GALLERY_SHELVES)[number]

/** What came as a picture and is none by its bytes is a file: browsers would try to draw it, whatever its type says. */
const IS_PICTURE = `(f.kind in ('image', 'video') and f.type is distinct from 'application/octet-stream')`
/** As the index of that name has it. */
const NO_PICTURE = `f.kind in ('image', 'video') and f.type = 'application/octet-stream'`
const IS_SHOWN = `f.kind <> 'sticker'
  and (f.state = 'stored' or (f.state = 'expired' and f.thumbnail_sha256 is not null))`
const COLUMNS = `f.id, f.kind, f.name, f.state, f.type, f.size, f.width, f.height, f.duration_ms, f.peaks,
  f.blur, f.thumbnail_sha256, f.reason, m.id as message_id, m.sent_at, m.event_id, m.place`

/**
 * The files of a shelf by the index of the messages that have some, in the order of the gallery. The shelf is no parameter
 * and each message is looked at by itself, so that Postgres, whatever it expects, never sorts all files of a thread first.
 */
const SHELVES: Record<GalleryShelf, { messages: string; files: string }> = {
  pictures: { messages: PICTURES, files: `${IS_SHOWN} and ${IS_PICTURE}` },
  files: { messages: FILES, files: `${IS_SHOWN} and not ${IS_PICTURE}` },
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
  const below = from
    ? sql`and (m.sent_at, m.event_id, m.place) < (${new Date(from.sentAt).toISOString()}::timestamptz, ${from.eventId}::bigint, ${from.place}::int)`
    : sql``
  const order = sql`order by sent_at desc, event_id desc, place desc, id limit ${most + 1}`
  const inOrder = sql`
    select ${sql.unsafe(COLUMNS)} from (
        select m.* from messages m
        where m.conversation_id = ${conversationId} and ${sql.unsafe(SHELVES[shelf].messages)}
          and m.deleted_at is null ${below}
        order by m.sent_at desc, m.event_id desc, m.place desc offset 0) m
      cross join lateral (
        select * from media f where f.message_id = m.id and ${sql.unsafe(SHELVES[shelf].files)} offset 0) f
    ${order}`
  const noPictures = sql`
    select ${sql.unsafe(COLUMNS)} from media f join messages m on m.id = f.message_id
    where f.conversation_id = ${conversationId} and ${sql.unsafe(NO_PICTURE)} and ${sql.unsafe(IS_SHOWN)}
      and not m.removed and m.deleted_at is null ${below}
    ${order}`
  const rows =
    shelf === 'pictures'
      ? await sql<GalleryFile[]>`${inOrder}`
      : await sql<
          GalleryFile[]
        >`select * from ((${inOrder}) union (${noPictures})) as files ${order}`
  const items = rows.slice(0, most)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > most && last ? toOrderText(last) : null }
}
