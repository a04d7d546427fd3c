import { type ChannelSettings, handsBackOnResolve } from '../channel/channel-settings'
import { openMsBetween } from '../channel/opening-hours'
import type { ConversationStatus } from '../conversation/conversation'
import { memberTextFor } from '../reply/member-text'
import type { Owner } from './owner'

/** What a timer looks at. Times in epoch ms; null where nobody of that side has written. */
export interface IdleFacts {
  owner: Owner
  status: ConversationStatus
  ownerSince: number | null
  lastMemberAt: number | null
  /** The last line of a person on our side that did not fail; texts that a timer sent don't count. */
  lastOursAt: number | null
  /** The member's, as Stella gives it; it chooses the language of the text. */
  locale?: string | null
}

export type IdleVerdict =
  | { do: 'hand-back'; minutes: number; text?: string }
  | { do: 'resolve'; minutes: number; text?: string; handBack: boolean }

const MINUTE_MS = 60_000

/**
 * What is due now in a conversation that an agent holds: the agent left the member without an answer for too long, or
 * the member did not write after us. The first runs within the channel's opening hours alone. A timer starts with the last line, or when the agent got the conversation if that was later.
 */
export function idleVerdict(
  { owner, status, ownerSince, lastMemberAt, lastOursAt, locale }: IdleFacts,
  settings: ChannelSettings,
  now: number,
): IdleVerdict | undefined {
  if (owner !== 'agent' || status !== 'open') return undefined
  const isOurTurn = (lastMemberAt ?? 0) >= (lastOursAt ?? 0)
  const minutes = isOurTurn ? settings.agentIdleMinutes : settings.memberIdleMinutes
  if (minutes === undefined) return undefined
  const since = Math.max(ownerSince ?? 0, (isOurTurn ? lastMemberAt : lastOursAt) ?? 0)
  const enough = minutes * MINUTE_MS
  // Nobody is late while it is closed.
  const passed = isOurTurn ? openMsBetween(settings.openingHours, since, now, enough) : now - since
  if (passed < enough) return undefined
  return isOurTurn
    ? { do: 'hand-back', minutes, text: memberTextFor(settings.agentIdleText, locale) }
    : {
        do: 'resolve',
        minutes,
        text: memberTextFor(settings.memberIdleText, locale),
        handBack: handsBackOnResolve(settings, 'timer'),
      }
}
