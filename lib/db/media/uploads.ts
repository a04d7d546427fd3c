import { and, eq, lt } from 'drizzle-orm'
import { uploads } from '@/drizzle/schema/files'
import type { Queryable } from '../client'
import { orm } from '../orm'
import type { NamedBytes } from './media'

/** A file that waits in an agent's composer. */
export type Upload = Omit<typeof uploads.$inferSelect, 'createdAt'>

/** Only its agent's own. In a transaction it is not forgotten before that ends, so a reply may take it. */
export async function findUpload(
  db: Queryable,
  id: string,
  agentId: string,
): Promise<Upload | undefined> {
  const [row] = await orm(db)
    .select({
      id: uploads.id,
      agentId: uploads.agentId,
      conversationId: uploads.conversationId,
      kind: uploads.kind,
      name: uploads.name,
      file: uploads.file,
    })
    .from(uploads)
    .where(isOwn(id, agentId))
    .for('key share')
  return row
}

/** Adds an upload; one that came twice at once is one. Undefined where the id is another agent's. */
export async function insertUpload(db: Queryable, upload: Upload): Promise<Upload | undefined> {
  await orm(db).insert(uploads).values(upload).onConflictDoNothing({ target: uploads.id })
  return findUpload(db, upload.id, upload.agentId)
}

/** Forgets an upload of this agent; what a reply took from it stays in the log. */
export async function deleteUpload(db: Queryable, id: string, agentId: string): Promise<void> {
  await orm(db).delete(uploads).where(isOwn(id, agentId))
}

/** Forgets the uploads from before a moment, in epoch ms. Gives their bytes. */
export async function deleteUploadsBefore(db: Queryable, until: number): Promise<NamedBytes[]> {
  const gone = await orm(db)
    .delete(uploads)
    .where(lt(uploads.createdAt, until))
    .returning({ file: uploads.file })
  return gone.map(({ file: { sha256, thumbnailSha256 = null } }) => ({ sha256, thumbnailSha256 }))
}

function isOwn(id: string, agentId: string) {
  return and(eq(uploads.id, id), eq(uploads.agentId, agentId))
}
