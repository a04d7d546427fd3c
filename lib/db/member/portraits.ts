import { eq } from 'drizzle-orm'
import { conversations } from '@/drizzle/schema/folded/conversation'
import { members } from '@/drizzle/schema/folded/member'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** Where the picture of a conversation's member is, and what we have of it. */
export async function findPortrait(db: Queryable, conversationId: string) {
  const [row] = await orm(db)
    .select({
      profilePic: members.profilePic,
      pictureOf: members.pictureOf,
      pictureSha256: members.pictureSha256,
    })
    .from(conversations)
    .innerJoin(members, eq(members.id, conversations.memberId))
    .where(eq(conversations.id, conversationId))
  return row
}
