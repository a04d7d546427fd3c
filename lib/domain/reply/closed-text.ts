import type { ChannelSettings } from '../channel/channel-settings'
import { closedSince, isOpenAt, opensNextAt } from '../channel/opening-hours'
import type { ConversationStatus } from '../conversation/conversation'
import type { Owner } from '../owner/owner'
import { memberTextFor } from './member-text'

/** What decides whether a member is told that nobody is there. Times in epoch ms. */
export interface ClosedFacts {
  owner: Owner
  status: ConversationStatus
  /** The last line of a person on our side that did not fail; null where nobody wrote. */
  lastOursAt: number | null
  /** The member's, as Stella gives it; it chooses the language of the text. */
  locale?: string | null
}

export interface ClosedVerdict {
  text: string
  /** The same for as long as it stays closed: a member is told once. Undefined: it never opens. */
  opensAt?: number
}

/**
 * The channel's text for a member whom nobody hears now, because it is outside the opening hours: who waits, or whose
 * agent has not written since closing. Undefined where there is nothing to tell.
 */
export function closedVerdict(
  { owner, status, lastOursAt, locale }: ClosedFacts,
  { closedText, openingHours }: Pick<ChannelSettings, 'closedText' | 'openingHours'>,
  now: number,
): ClosedVerdict | undefined {
  const text = memberTextFor(closedText, locale)
  if (!text || status !== 'open' || isOpenAt(openingHours, now)) return undefined
  if (owner !== 'waiting' && owner !== 'agent') return undefined
  // Somebody who writes after hours is there.
  const since = closedSince(openingHours, now) ?? 0
  if (owner === 'agent' && lastOursAt !== null && lastOursAt >= since) return undefined
  return { text, opensAt: opensNextAt(openingHours, now) }
}
