import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { uploads } from '@/drizzle/schema/files'
import { media } from '@/drizzle/schema/folded/media'
import { members } from '@/drizzle/schema/folded/member'
import { messages } from '@/drizzle/schema/folded/message'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** Where the bytes of a file are, and what to say of it when it is served. */
export interface ServedFile {
  /** From the bytes. */
  type: string
  name: string | null
  sha256: string
}

/** Of a stored file both are known. */
const FILE = {
  type: sql<string>`${media.type}`,
  name: media.name,
  sha256: sql<string>`${media.sha256}`,
}
/** What we drew ourselves. */
const DRAWN = { type: sql<string>`'image/webp'`, name: sql<null>`null` }

/** A message's file that we have; none of a deleted message. */
export async function findStoredFile(db: Queryable, id: string): Promise<ServedFile | undefined> {
  const [file] = await orm(db)
    .select(FILE)
    .from(media)
    .innerJoin(messages, eq(messages.id, media.messageId))
    .where(and(eq(media.id, id), eq(media.state, 'stored'), isNull(messages.deletedAt)))
  return file
}

/** Its thumbnail, which may be kept longer than the file. */
export async function findThumbnail(db: Queryable, id: string): Promise<ServedFile | undefined> {
  const [file] = await orm(db)
    .select({ ...DRAWN, sha256: sql<string>`${media.thumbnailSha256}` })
    .from(media)
    .innerJoin(messages, eq(messages.id, media.messageId))
    .where(and(eq(media.id, id), isNotNull(media.thumbnailSha256), isNull(messages.deletedAt)))
  return file
}

/** A file that an agent sent, unless it was deleted on the platform since. */
export async function findSentFile(db: Queryable, id: string): Promise<ServedFile | undefined> {
  const [file] = await orm(db)
    .select(FILE)
    .from(media)
    .innerJoin(messages, eq(messages.id, media.messageId))
    .where(
      and(
        eq(media.id, id),
        eq(media.state, 'stored'),
        eq(messages.author, 'agent'),
        isNull(messages.deletedAt),
      ),
    )
  return file
}

/** Our copy of a member's picture. */
export async function findPortraitFile(
  db: Queryable,
  memberId: string,
): Promise<ServedFile | undefined> {
  const [file] = await orm(db)
    .select({ ...DRAWN, sha256: sql<string>`${members.pictureSha256}` })
    .from(members)
    .where(and(eq(members.id, memberId), isNotNull(members.pictureSha256)))
  return file
}

/** A file that this agent has uploaded and not sent yet. */
export async function findUploadedFile(
  db: Queryable,
  id: string,
  agentId: string,
): Promise<ServedFile | undefined> {
  const [upload] = await orm(db)
    .select({ name: uploads.name, file: uploads.file })
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.agentId, agentId)))
  return upload && { type: upload.file.mimeType, name: upload.name, sha256: upload.file.sha256 }
}
