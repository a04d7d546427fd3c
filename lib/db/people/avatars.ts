import { eq } from 'drizzle-orm'
import { agentAvatars } from '@/drizzle/schema/people'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** A person's picture with its hash; undefined where they have none. */
export async function findAvatar(db: Queryable, agentId: string) {
  const [row] = await orm(db)
    .select({ bytes: agentAvatars.bytes, sha256: agentAvatars.sha256 })
    .from(agentAvatars)
    .where(eq(agentAvatars.agentId, agentId))
  return row
}

/** Sets a picture in place of the one before. */
export async function putAvatar(
  db: Queryable,
  { agentId, ...picture }: { agentId: string; bytes: Buffer; sha256: string },
): Promise<void> {
  await orm(db)
    .insert(agentAvatars)
    .values({ agentId, ...picture })
    .onConflictDoUpdate({ target: agentAvatars.agentId, set: picture })
}

/** Whether there was one. */
export async function deleteAvatar(db: Queryable, agentId: string): Promise<boolean> {
  const gone = await orm(db).delete(agentAvatars).where(eq(agentAvatars.agentId, agentId))
  return gone.count > 0
}
