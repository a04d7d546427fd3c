import { type Reason, reason } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { Clock } from './clock'
import { toClosedWords } from './closed-words'

/** What doesn't fit into the strip: until when it is closed, and what Stella said. */
export function ownerDetails(conversation: ConversationView, clock: Clock): Reason {
  const liveChat = liveChatWords(conversation, clock)
  const closed = toClosedWords(conversation.channel, clock)
  return closed ? reason('owner.details.closed', { closed, liveChat }) : liveChat
}

/** What we believe of Stella's switch, and since when: it can be changed without anyone telling us. */
function liveChatWords({ liveChat, liveChatAsOf }: ConversationView, { write }: Clock): Reason {
  if (liveChat === null) return reason('owner.details.liveChatUnknown')
  if (!liveChatAsOf)
    return reason(liveChat ? 'owner.details.liveChatOn' : 'owner.details.liveChatOff')
  const moment = write(liveChatAsOf)
  return liveChat
    ? reason('owner.details.liveChatOnAsOf', { moment })
    : reason('owner.details.liveChatOffAsOf', { moment })
}
