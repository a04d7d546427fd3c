import type { Context } from '@/lib/context'
import type { JobPayloads } from '@/lib/db/jobs'
import { readMember } from '@/lib/inbox/read-member'

/** Has a member read at Stella. Throws when Stella gave no answer, so that the job is tried again. */
export async function refreshMember(
  ctx: Context,
  { conversationId }: JobPayloads['refresh-member'],
): Promise<void> {
  await readMember(ctx, conversationId)
}
