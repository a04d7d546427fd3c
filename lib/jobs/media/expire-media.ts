import type { Context } from '@/lib/context'
import { listStoredBefore, type NamedBytes } from '@/lib/db/media/media'
import { forgetClaims, removeUnneeded } from '@/lib/db/media/media-claims'
import { deleteUploadsBefore } from '@/lib/db/media/uploads'
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
  const until = now - days * DAY_MS
  let expired = 0
  for (;;) {
    const files = await listStoredBefore(ctx.sql, until, BATCH)
    if (files.length === 0) return expired
    const mediaIds = files.map((file) => file.id)
    await inTime(ctx, (tx) => record(tx, { type: 'media.expired', mediaIds, keepThumbnails }))
    await dropUnneeded(ctx, store, files.flatMap(bytesOf))
    expired += files.length
  }
}

async function forgetUploads(ctx: Context, store: MediaStore, now: number) {
  const rows = await deleteUploadsBefore(ctx.sql, now - UPLOAD_DAYS * DAY_MS)
  await dropUnneeded(ctx, store, rows.flatMap(bytesOf))
}

function bytesOf({ sha256, thumbnailSha256 }: NamedBytes): string[] {
  return thumbnailSha256 ? [sha256, thumbnailSha256] : [sha256]
}

async function dropUnneeded(ctx: Context, store: MediaStore, hashes: string[]) {
  for (const sha256 of new Set(hashes)) await removeUnneeded(ctx.sql, sha256, store.remove)
}
