import type { ConversationView } from '@/lib/domain/conversation/conversation'
import type { ReplyFacts } from '@/lib/domain/reply/reply'

/** What the reply rule asks of a conversation, as the browser knows it. */
export function toReplyFacts(conversation: ConversationView): ReplyFacts {
  const { owner, liveChat, channel, assignee, windowClosesAt, windowRefused } = conversation
  return {
    owner,
    liveChat,
    channelAuthorized: channel.authorized,
    channelPaused: channel.paused,
    assignee,
    windowRefused,
    platform: channel.platform,
    windowClosesAt: windowClosesAt === undefined ? undefined : Date.parse(windowClosesAt),
  }
}
