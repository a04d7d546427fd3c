import { refusedBecause } from '@/lib/domain/reply/refusal'
import { unschedulableBecause } from '@/lib/domain/reply/reply'
import type { Reason, Said } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'

interface Planned {
  text: string
  /** Epoch ms; undefined while the field names no moment. */
  at: number | undefined
  now: number
}

/** Why a text can't be scheduled as it stands; undefined when it can. Its words are judged before its time. */
export function scheduleBlockedBecause(
  conversation: ConversationView,
  { text, at, now }: Planned,
): Said | undefined {
  const refused = refusedBecause(conversation.channel.platform, { type: 'text', text })
  if (refused) return refused
  return at === undefined ? 'Choose a time.' : momentBlockedBecause(conversation, at, now)
}

/** Why nothing can be sent in this conversation at that moment. */
export function momentBlockedBecause(
  { windowClosesAt }: ConversationView,
  at: number,
  now: number,
): Reason | undefined {
  const closes = windowClosesAt === undefined ? undefined : Date.parse(windowClosesAt)
  return unschedulableBecause(at, { now, windowClosesAt: closes })
}
