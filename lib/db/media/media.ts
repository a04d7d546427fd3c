import { and, eq, lt, sql } from 'drizzle-orm'
import { media } from '@/drizzle/schema/folded/media'
import { messages } from '@/drizzle/schema/folded/message'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** A file, as far as asking for it once more depends on it. */
export async function findAskedMedia(db: Queryable, id: string) {
  const [row] = await orm(db)
    .select({
      state: media.state,
      conversationId: media.conversationId,
      whatsappMediaId: media.whatsappMediaId,
      sourceUrl: media.sourceUrl,
      deletedAt: messages.deletedAt,
    })
    .from(media)
    .innerJoin(messages, eq(messages.id, media.messageId))
    .where(eq(media.id, id))
  return row
}

/** A file that we don't have yet and may get. */
export type WaitingMedia = NonNullable<Awaited<ReturnType<typeof findWaitingMedia>>>

export async function findWaitingMedia(db: Queryable, id: string) {
  const [row] = await orm(db)
    .select({
      id: media.id,
      conversationId: media.conversationId,
      whatsappMediaId: media.whatsappMediaId,
      sourceUrl: media.sourceUrl,
      reason: media.reason,
    })
    .from(media)
    .where(and(eq(media.id, id), eq(media.state, 'waiting')))
  return row
}

/** A stored file's name, null where it has none; undefined where we don't have the file. */
export async function findStoredName(
  db: Queryable,
  id: string,
): Promise<string | null | undefined> {
  const [row] = await orm(db)
    .select({ name: media.name })
    .from(media)
    .where(and(eq(media.id, id), eq(media.state, 'stored')))
  return row?.name
}

/** Bytes that a row names. */
export interface NamedBytes {
  sha256: string
  thumbnailSha256: string | null
}

/** Some stored files of messages from before a moment, in epoch ms. */
export async function listStoredBefore(db: Queryable, until: number, limit: number) {
  return orm(db)
    .select({
      id: media.id,
      // Of a stored file it is known.
      sha256: sql<string>`${media.sha256}`,
      thumbnailSha256: media.thumbnailSha256,
    })
    .from(media)
    .innerJoin(messages, eq(messages.id, media.messageId))
    .where(and(eq(media.state, 'stored'), lt(messages.sentAt, until)))
    .limit(limit)
}
