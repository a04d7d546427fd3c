import type { Context } from '@/lib/context'
import { findTemplate } from '@/lib/db/channel/templates'
import type { Queryable } from '@/lib/db/client'
import { findConversation } from '@/lib/db/conversation/conversations'
import { findMessage, listMissed } from '@/lib/db/message/messages'
import type { Platform } from '@/lib/domain/channel/channel'
import { type FullConversation, replyWindowOf } from '@/lib/domain/conversation/full-conversation'
import type { OwnFact } from '@/lib/domain/fact'
import type { FullMessage } from '@/lib/domain/message/full-message'
import type { Viewer } from '@/lib/domain/people/viewer'
import { fillTemplate } from '@/lib/domain/reply/fill-template'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { replyBlockedBecause, toReplyFacts, unschedulableBecause } from '@/lib/domain/reply/reply'
import {
  type PostedContent,
  type ReplyContent,
  type ReplyKind,
  toShownContent,
} from '@/lib/domain/reply/reply-content'
import type { ReplyInput } from '@/lib/domain/reply/schema/reply-schema'
import { kindRefusedBecause } from '@/lib/domain/reply/sendable'
import type { Template } from '@/lib/domain/reply/template'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { MissedMessages } from './missed-messages'
import { toMediaContent } from './reply-media'

/**
 * Queues an agent's reply. It is in the log before Stella is called, so an echo that overtakes Stella's answer
 * finds it. The id is the browser's: the same id again is the same message, however often it is posted.
 * It is held back for as long as its writer likes to be able to undo it, or until the time it is scheduled for.
 * Throws `not_found`; `invalid` with the reason when the platform doesn't take it; `conflict` with the reason when the
 * agent may not send now; `MissedMessages` when the agent wrote on a view that had grown old.
 */
export async function sendReply(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  input: ReplyInput,
): Promise<FullMessage> {
  return inTurn(ctx, async (tx) => {
    const known = await findMessage(tx, input.id)
    if (known) return assertSame(known, conversationId, agent)

    const conversation = await findConversation(tx, conversationId)
    if (!conversation) throw new AppError('not_found', reason('reply.noConversation'))
    const facts = toReplyFacts(conversation)
    const blocked = replyBlockedBecause(facts, agent.id, Date.now(), kindOf(input))
    if (blocked) throw new AppError('conflict', blocked)
    const content = await toStoredContent(tx, agent, conversation, input)
    await assertNothingMissed(tx, conversationId, agent, input.seenFeed)

    const fact: Extract<OwnFact, { type: 'reply.queued' }> = {
      type: 'reply.queued',
      messageId: input.id,
      conversationId,
      agentId: agent.id,
      ...content,
      ...whenToSend(conversation, agent, input),
      replyToPlatformId: await quotedId(tx, conversationId, input.replyTo),
    }
    await record(tx, fact, { conversationId, agentId: agent.id })
    const message = await findMessage(tx, input.id)
    if (!message) throw new Error('A queued reply was not folded')
    return message
  })
}

/** A file is bound by the same rules as a text. */
function kindOf({ content }: ReplyInput): ReplyKind {
  return 'uploadId' in content ? 'text' : content.type
}

/** Its bubble, and what goes to the platform where the bubble says less than that. */
async function toStoredContent(
  tx: Queryable,
  agent: Viewer,
  conversation: FullConversation,
  { content }: ReplyInput,
) {
  if ('uploadId' in content) return toMediaContent(tx, agent, conversation, content)
  const reply = await toReplyContent(tx, conversation, content)
  return { content: toShownContent(reply), reply: reply.type === 'text' ? undefined : reply }
}

function assertSame(known: FullMessage, conversationId: string, agent: Viewer): FullMessage {
  if (known.conversationId !== conversationId || known.agentId !== agent.id)
    throw new AppError('conflict', reason('reply.otherMessage'))
  return known
}

type WhenToSend = Pick<
  Extract<OwnFact, { type: 'reply.queued' }>,
  'sendAt' | 'unlessMemberWrites' | 'heldUntil'
>

function whenToSend(conversation: FullConversation, agent: Viewer, input: ReplyInput): WhenToSend {
  const now = Date.now()
  if (input.sendAt !== undefined) {
    const sendAt = assertSchedulable(conversation, input.sendAt, now, kindOf(input))
    return { sendAt, unlessMemberWrites: input.unlessMemberWrites }
  }
  const { undoSeconds } = agent.settings
  return undoSeconds > 0 ? { heldUntil: now + undoSeconds * 1000 } : {}
}

/** The moment in epoch ms. Throws `invalid` with the reason when nothing can be scheduled for it. */
export function assertSchedulable(
  conversation: FullConversation,
  sendAt: string,
  now: number,
  kind?: ReplyKind,
): number {
  const at = Date.parse(sendAt)
  const { closesAt: windowClosesAt } = replyWindowOf(conversation)
  const refused = unschedulableBecause(at, { now, windowClosesAt }, kind)
  if (refused) throw new AppError('invalid', refused)
  return at
}

/** The platform's id of the answered message. Throws `invalid` where there is none to answer. */
async function quotedId(tx: Queryable, conversationId: string, replyTo: string | undefined) {
  if (replyTo === undefined) return undefined
  const target = await findMessage(tx, replyTo)
  if (target?.conversationId !== conversationId || target.removed)
    throw new AppError('invalid', reason('reply.quote.elsewhere'))
  if (!target.platformMessageId) throw new AppError('invalid', reason('reply.quote.noId'))
  return target.platformMessageId
}

/** What goes to the platform. Throws `invalid` with the reason where the platform doesn't take it. */
async function toReplyContent(
  tx: Queryable,
  { channelId, platform }: FullConversation,
  content: PostedContent,
): Promise<ReplyContent> {
  if (content.type !== 'template') {
    assertTaken(platform, content)
    return content
  }
  const template = await findTemplate(tx, channelId, content.templateId)
  if (!template) throw noTemplate(platform)
  assertTaken(platform, content, template)
  return fillTemplate(template, content.values)
}

/** Where the platform takes no template at all, that is the reason. */
function noTemplate(platform: Platform): AppError {
  const refused = kindRefusedBecause(platform, 'template')
  if (refused) return new AppError('invalid', refused)
  return new AppError('not_found', reason('reply.template.gone'))
}

/** Throws `invalid` with the reason where the platform doesn't take this. */
export function assertTaken(platform: Platform, content: PostedContent, template?: Template) {
  const refused = refusedBecause(platform, content, template)
  if (refused) throw new AppError('invalid', refused)
}

async function assertNothingMissed(
  tx: Queryable,
  conversationId: string,
  agent: Viewer,
  seenFeed: number | undefined,
) {
  if (seenFeed === undefined) return
  const missed = await listMissed(tx, conversationId, seenFeed, agent.id)
  if (missed.length > 0) throw new MissedMessages(missed)
}
