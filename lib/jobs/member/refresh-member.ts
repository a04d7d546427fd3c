import type { Context } from '@/lib/context'
import type { JobPayloads } from '@/lib/db/jobs'
import { english } from '@/lib/i18n/catalogues'
import { readMember } from '@/lib/inbox/member/read-member'
import { askAgain } from '@/lib/inbox/owner/ownership'

/**
 * Has a member read at Stella. Comes back later where Stella says when. Throws when it gave no answer, so that the job
 * is tried again with growing pauses.
 */
export async function refreshMember(
  ctx: Context,
  { conversationId }: JobPayloads['refresh-member'],
): Promise<void> {
  const outcome = await readMember(ctx, conversationId)
  if (outcome.kind === 'ok') return
  if (outcome.kind !== 'unreached' || !outcome.retryAfterMs)
    throw new Error(english.say(outcome.reason))
  const waitMs = Math.min(Math.max(outcome.retryAfterMs, WAIT_MIN_MS), WAIT_MAX_MS)
  await askAgain(ctx, conversationId, Date.now() + waitMs)
}

const WAIT_MIN_MS = 1_000
const WAIT_MAX_MS = 3_600_000
