import type { Context } from '@/lib/context'
import type { Queryable } from '@/lib/db/client'
import { findConversation } from '@/lib/db/conversations'
import { findMessage, listMissed } from '@/lib/db/messages'
import type { ConversationView, MessageView, Viewer } from '@/lib/domain/conversation'
import { type ReplyInput, replyBlockedBecause } from '@/lib/domain/reply'
import { AppError } from '@/lib/errors'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { toMediaContent } from './reply-media'

/**
 * Queues an agent's reply. It is in the log before Stella is called, so an echo that overtakes Stella's answer
 * finds it. The id is the browser's: the same id again is the same message, however often it is posted.
 * Throws `not_found`; `conflict` with the reason when the agent may not send now, or with `missed` lines when
 * the agent wrote on a view that had grown old.
 */
export async function sendReply(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  input: ReplyInput,
): Promise<MessageView> {
  return inTurn(ctx, async (tx) => {
    const known = await findMessage(tx, input.id)
    if (known) return assertSame(known, conversationId, agent)

    const conversation = await findConversation(tx, conversationId)
    if (!conversation) throw new AppError('not_found', 'There is no such conversation.')
    const blocked = replyBlockedBecause(toFacts(conversation), agent.id, Date.now())
    if (blocked) throw new AppError('conflict', blocked)
    await assertNothingMissed(tx, conversationId, agent, input.seenFeed)

    await record(
      tx,
      {
        type: 'reply.queued',
        messageId: input.id,
        conversationId,
        agentId: agent.id,
        ...(await toSaid(tx, agent, conversation, input)),
      },
      { conversationId, agentId: agent.id },
    )
    const message = await findMessage(tx, input.id)
    if (!message) throw new Error('A queued reply was not folded')
    return message
  })
}

function toSaid(
  tx: Queryable,
  agent: Viewer,
  conversation: ConversationView,
  { content }: ReplyInput,
) {
  return content.type === 'text' ? { content } : toMediaContent(tx, agent, conversation, content)
}

function assertSame(known: MessageView, conversationId: string, agent: Viewer): MessageView {
  if (known.conversationId !== conversationId || known.agent?.id !== agent.id)
    throw new AppError('conflict', 'This message id belongs to another message.')
  return known
}

function toFacts(conversation: ConversationView) {
  const { owner, liveChat, assignee, channel, windowClosesAt } = conversation
  return {
    owner,
    liveChat,
    assignee,
    channelAuthorized: channel.authorized,
    windowClosesAt: windowClosesAt ? Date.parse(windowClosesAt) : undefined,
  }
}

async function assertNothingMissed(
  tx: Queryable,
  conversationId: string,
  agent: Viewer,
  seenFeed: number | undefined,
) {
  if (seenFeed === undefined) return
  const missed = await listMissed(tx, conversationId, seenFeed, agent.id)
  if (missed.length === 0) return
  const what = missed.length === 1 ? 'A new message' : `${missed.length} new messages`
  throw new AppError('conflict', `${what} since you started writing.`, { missed })
}
