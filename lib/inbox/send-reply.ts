import type { Context } from '@/lib/context'
import type { Queryable } from '@/lib/db/client'
import { findConversation } from '@/lib/db/conversations'
import { findMessage, listMissed } from '@/lib/db/messages'
import { findTemplate } from '@/lib/db/templates'
import { contentRefusedBecause } from '@/lib/domain/content-refusal'
import type { ConversationView, MessageView, Viewer } from '@/lib/domain/conversation'
import { fillTemplate, unfilledBecause } from '@/lib/domain/fill-template'
import { type ReplyInput, replyBlockedBecause } from '@/lib/domain/reply'
import { type PostedContent, type ReplyContent, toShownContent } from '@/lib/domain/reply-content'
import { AppError } from '@/lib/errors'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { toMediaContent } from './reply-media'

/**
 * Queues an agent's reply. It is in the log before Stella is called, so an echo that overtakes Stella's answer
 * finds it. The id is the browser's: the same id again is the same message, however often it is posted.
 * Throws `not_found`; `invalid` with the reason when the platform doesn't take it; `conflict` with the reason when the agent may not send now, or with `missed` lines when
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
    const kind = 'uploadId' in input.content ? 'text' : input.content.type
    const blocked = replyBlockedBecause(toFacts(conversation), agent.id, Date.now(), kind)
    if (blocked) throw new AppError('conflict', blocked)
    const said = await toSaid(tx, agent, conversation, input)
    await assertNothingMissed(tx, conversationId, agent, input.seenFeed)

    await record(
      tx,
      {
        type: 'reply.queued',
        messageId: input.id,
        conversationId,
        agentId: agent.id,
        ...said,
      },
      { conversationId, agentId: agent.id },
    )
    const message = await findMessage(tx, input.id)
    if (!message) throw new Error('A queued reply was not folded')
    return message
  })
}

/** Its bubble, and what goes to the platform where the bubble says less than that. */
async function toSaid(
  tx: Queryable,
  agent: Viewer,
  conversation: ConversationView,
  { content }: ReplyInput,
) {
  if ('uploadId' in content) return toMediaContent(tx, agent, conversation, content)
  const reply = await toReplyContent(tx, conversation, content)
  return { content: toShownContent(reply), reply: reply.type === 'text' ? undefined : reply }
}

function assertSame(known: MessageView, conversationId: string, agent: Viewer): MessageView {
  if (known.conversationId !== conversationId || known.agent?.id !== agent.id)
    throw new AppError('conflict', 'This message id belongs to another message.')
  return known
}

function toFacts(conversation: ConversationView) {
  const { owner, liveChat, assignee, channel, windowClosesAt, windowRefused } = conversation
  return {
    owner,
    liveChat,
    assignee,
    windowRefused,
    platform: channel.platform,
    channelAuthorized: channel.authorized,
    windowClosesAt: windowClosesAt ? Date.parse(windowClosesAt) : undefined,
  }
}

/** What goes to the platform. Throws `invalid` with the reason where the platform doesn't take it. */
async function toReplyContent(
  tx: Queryable,
  { channel }: ConversationView,
  content: PostedContent,
): Promise<ReplyContent> {
  const refused = contentRefusedBecause(channel.platform, content)
  if (refused) throw new AppError('invalid', refused)
  if (content.type !== 'template') return content
  const template = await findTemplate(tx, channel.id, content.templateId)
  if (!template) throw new AppError('not_found', 'This template is no longer in the catalogue.')
  const unfilled = unfilledBecause(template, content.values)
  if (unfilled) throw new AppError('invalid', unfilled)
  return fillTemplate(template, content.values)
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
