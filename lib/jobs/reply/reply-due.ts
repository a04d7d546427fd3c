import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversation/conversations'
import { insertJobs, type JobPayloads } from '@/lib/db/jobs'
import { findMessage } from '@/lib/db/message/messages'
import { replyBlockedBecause, toReplyFacts } from '@/lib/domain/reply/reply'
import { dueJob } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'

/**
 * The time of a scheduled reply has come: it joins the outbox, if its writer may still answer. The conversation may belong
 * to the bot or to somebody else by now, and then the reply fails with that reason instead of speaking into it.
 */
export async function replyDue(
  ctx: Context,
  { conversationId, messageId }: JobPayloads['reply-due'],
): Promise<void> {
  await inTime(ctx, async (tx) => {
    const reply = await findMessage(tx, messageId)
    if (!reply || reply.sendAt === null || reply.removed || reply.delivery !== 'queued') return
    const now = Date.now()
    const { sendAt } = reply
    // It was put off after this job was made.
    if (sendAt > now) return insertJobs(tx, [dueJob(conversationId, messageId, sendAt)])
    const conversation = await findConversation(tx, conversationId)
    if (!conversation || !reply.agentId) return
    const kind = reply.content.type === 'template' ? 'template' : 'text'
    const reason = replyBlockedBecause(toReplyFacts(conversation), reply.agentId, now, kind)
    await record(tx, { type: 'reply.due', messageId }, { conversationId })
    if (reason) await record(tx, { type: 'reply.refused', messageId, reason }, { conversationId })
  })
}
