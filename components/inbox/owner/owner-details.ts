import { toMoment } from '@/components/shell/time/times'
import type { ConversationView } from '@/lib/view/conversation-view'
import { toClosedWords } from './closed-words'

interface Clock {
  /** Epoch ms. */
  now: number
  timeZone: string
}

/** What doesn't fit into the strip: until when it is closed, and what Stella said. */
export function ownerDetails(conversation: ConversationView, clock: Clock): string {
  const liveChat = liveChatWords(conversation, clock)
  const closed = toClosedWords(conversation.channel, clock.now, clock.timeZone)
  return closed ? `It is ${closed}. ${liveChat}` : liveChat
}

/** What we believe of Stella's switch, and since when: it can be changed without anyone telling us. */
function liveChatWords(
  { liveChat, liveChatAsOf }: ConversationView,
  { now, timeZone }: Clock,
): string {
  if (liveChat === null) return 'Stella has not told yet whether live chat is on.'
  const state = `Live chat is ${liveChat ? 'on' : 'off'} at Stella`
  return liveChatAsOf ? `${state}, as of ${toMoment(liveChatAsOf, now, timeZone)}` : state
}
