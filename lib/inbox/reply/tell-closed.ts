import type { Context } from '@/lib/context'
import { getChannelSettings } from '@/lib/db/channel/channels'
import type { Transaction } from '@/lib/db/client'
import { findConversation } from '@/lib/db/conversation/conversations'
import { findMessage } from '@/lib/db/message/messages'
import { readLastOurs } from '@/lib/db/owner/idle'
import { closedVerdict } from '@/lib/domain/reply/closed-text'
import { idOf } from '@/lib/log/ids'
import { inTime } from '@/lib/log/turn'
import { tellMember } from './tell-member'

/**
 * Tells a member whom nobody hears at `now` (epoch ms) that it is outside the opening hours, with the channel's text,
 * once until it opens again (architecture.md "Opening hours"). Decided under the fold lock.
 */
export async function tellClosed(ctx: Context, conversationId: string, now: number): Promise<void> {
  await inTime(ctx, (tx) => tellOnce(tx, conversationId, now))
}

async function tellOnce(tx: Transaction, conversationId: string, now: number) {
  const conversation = await findConversation(tx, conversationId)
  // What is said late is wrong by then: a channel that sends nothing now says nothing.
  if (!conversation?.authorized || conversation.pausedAt !== null) return
  const settings = await getChannelSettings(tx, conversation.channelId)
  const lastOursAt = await readLastOurs(tx, conversationId)
  const verdict = closedVerdict({ ...conversation, lastOursAt }, settings, now)
  if (!verdict) return
  const messageId = idOf(`closed\n${conversationId}\n${verdict.opensAt ?? 'for good'}`)
  if (await findMessage(tx, messageId)) return
  await tellMember(tx, conversationId, verdict.text, now, messageId)
}
