import { eq, sql } from 'drizzle-orm'
import { now } from '@/drizzle/schema/columns'
import { cannedReplies, workspaceTags } from '@/drizzle/schema/workspace'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import type { WorkspaceTag } from '@/lib/domain/workspace/workspace-tag'
import type { Queryable } from '../client'
import { orm } from '../orm'

const CANNED_REPLY = {
  id: cannedReplies.id,
  title: cannedReplies.title,
  folder: cannedReplies.folder,
  texts: cannedReplies.texts,
}

/** All canned replies, by folder and title. */
export async function listCannedReplies(db: Queryable): Promise<CannedReply[]> {
  const { folder, title, id } = cannedReplies
  return orm(db)
    .select(CANNED_REPLY)
    .from(cannedReplies)
    .orderBy(sql`lower(${folder})`, sql`lower(${title})`, id)
}

export async function findCannedReply(db: Queryable, id: string): Promise<CannedReply | undefined> {
  const [row] = await orm(db)
    .select(CANNED_REPLY)
    .from(cannedReplies)
    .where(eq(cannedReplies.id, id))
  return row
}

export async function countCannedReplies(db: Queryable): Promise<number> {
  return orm(db).$count(cannedReplies)
}

export async function putCannedReply(
  db: Queryable,
  { id, title, folder, texts }: CannedReply,
): Promise<void> {
  const reply = { title, folder, texts }
  await orm(db)
    .insert(cannedReplies)
    .values({ id, ...reply })
    .onConflictDoUpdate({ target: cannedReplies.id, set: { ...reply, updatedAt: now } })
}

export async function deleteCannedReply(db: Queryable, id: string): Promise<void> {
  await orm(db).delete(cannedReplies).where(eq(cannedReplies.id, id))
}

export async function listTags(db: Queryable): Promise<WorkspaceTag[]> {
  const { name, color, description, place } = workspaceTags
  return orm(db).select({ name, color, description }).from(workspaceTags).orderBy(place)
}

/** All of them at once. */
export async function putTags(tx: Queryable, tags: WorkspaceTag[]): Promise<void> {
  await orm(tx).delete(workspaceTags)
  for (const [place, { name, color, description }] of tags.entries())
    await orm(tx).insert(workspaceTags).values({ name, place, color, description })
}
