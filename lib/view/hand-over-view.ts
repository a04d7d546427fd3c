import type { EarlierConversation, HandOver } from '@/lib/domain/owner/hand-over'
import { toIso } from './iso'

/** What somebody who takes over has to know. Times are ISO 8601 in UTC. */
export interface HandOverCard extends Omit<HandOver, 'startedAt' | 'earlier'> {
  /** When the person's stretch began. */
  at: string
  /** Newest first. */
  earlier: EarlierConversationView[]
}

export interface EarlierConversationView
  extends Omit<EarlierConversation, 'startedAt' | 'endedAt'> {
  at: string
  endedAt: string
}

export function toHandOverCard({ startedAt, earlier, ...known }: HandOver): HandOverCard {
  return {
    ...known,
    at: toIso(startedAt),
    earlier: earlier.map(toEarlierConversationView),
  }
}

function toEarlierConversationView({
  startedAt,
  endedAt,
  agents,
}: EarlierConversation): EarlierConversationView {
  return {
    at: toIso(startedAt),
    endedAt: toIso(endedAt),
    agents,
  }
}
