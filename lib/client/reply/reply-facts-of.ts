import { echoAwaitedUntil, type ReplyFacts } from '@/lib/domain/reply/reply'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'

/** What the reply rule asks of a conversation, as the browser knows it: the server asks the same of its row. */
export function replyFactsOf(conversation: ConversationView): ReplyFacts {
  const { owner, liveChat, assignee, channel, windowClosesAt, windowRefused } = conversation
  return {
    owner,
    liveChat,
    assignee,
    windowRefused,
    platform: channel.platform,
    channelAuthorized: channel.authorized,
    channelPaused: channel.paused,
    windowClosesAt: windowClosesAt ? Date.parse(windowClosesAt) : undefined,
  }
}

/** Until when the platform may still confirm a reply by itself, in epoch ms. */
export function confirmableUntil(reply: Pick<MessageView, 'attemptedAt' | 'sentAt'>): number {
  return echoAwaitedUntil({
    attemptedAt: reply.attemptedAt === undefined ? undefined : Date.parse(reply.attemptedAt),
    sentAt: Date.parse(reply.sentAt),
  })
}
