import type { Context } from '@/lib/context'
import { forgetClaims, removeUnneeded } from '@/lib/db/media/media-claims'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import type { MediaStore } from '@/lib/media/store'

const DAY_MS = 86_400_000
const BATCH = 200
/** An upload that was never sent is forgotten after a week. */
const UPLOAD_DAYS = 7

/** How long files are kept, and what stays of them. */
export interface Retention {
  /** Days after the message; absent: for ever. */
  days?: number
  keepThumbnails: boolean
}

interface OldFile {
  id: string
  sha256: string
  thumbnailSha256: string | null
}

/**
 * Drops what has been kept long enough: the log says so first, then the bytes go, unless another message or upload
 * needs them, or the same bytes are just arriving anew. A run that dies in between leaves bytes that nothing names and the next run of the same file clears.
 */
export async function expireMedia(
  ctx: Context,
  store: MediaStore,
  { days, keepThumbnails }: Retention,
  now = Date.now(),
): Promise<number> {
  await forgetClaims(ctx.sql)
  await forgetUploads(ctx, store, now)
  if (days === undefined) return 0
  const until = new Date(now - days * DAY_MS).toISOString()
  let expired = 0
  for (;;) {
    const files = await ctx.sql<OldFile[]>`
      select f.id, f.sha256, f.thumbnail_sha256 from media f join messages m on m.id = f.message_id
      where f.state = 'stored' and m.sent_at < ${until}::timestamptz limit ${BATCH}`
    if (files.length === 0) return expired
    const mediaIds = files.map((file) => file.id)
    await inTime(ctx, (tx) => record(tx, { type: 'media.expired', mediaIds, keepThumbnails }))
    await dropUnneeded(ctx, store, files.flatMap(bytesOf))
    expired += files.length
  }
}

async function forgetUploads(ctx: Context, store: MediaStore, now: number) {
  const until = new Date(now - UPLOAD_DAYS * DAY_MS).toISOString()
  const rows = await ctx.sql<OldFile[]>`
    delete from uploads where created_at < ${until}::timestamptz
    returning id, file->>'sha256' as sha256, file->>'thumbnailSha256' as thumbnail_sha256`
  await dropUnneeded(ctx, store, rows.flatMap(bytesOf))
}

function bytesOf({ sha256, thumbnailSha256 }: OldFile): string[] {
  return thumbnailSha256 ? [sha256, thumbnailSha256] : [sha256]
}

async function dropUnneeded(ctx: Context, store: MediaStore, hashes: string[]) {
  for (const sha256 of new Set(hashes)) await removeUnneeded(ctx.sql, sha256, store.remove)
}
