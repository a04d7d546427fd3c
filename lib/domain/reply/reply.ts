import { isReason, reason, type Said } from '@/lib/i18n/reason'
import { PLATFORM_NAMES, type Platform } from '../channel/channel'
import { assigneeOf, type FullConversation, replyWindowOf } from '../conversation/full-conversation'
import type { Owner } from '../owner/owner'
import type { ReplyKind } from './reply-content'

/** How far ahead a reply may be scheduled. */
const SCHEDULE_DAYS_MAX = 366

/**
 * Why a reply can't be scheduled for this moment; undefined when it can. All in epoch ms. A template may go when the
 * window has closed, so the window doesn't bind its time either.
 */
export function unschedulableBecause(
  sendAt: number,
  { now, windowClosesAt }: { now: number; windowClosesAt?: number },
  kind: ReplyKind = 'text',
): string | undefined {
  if (sendAt <= now) return 'Choose a time that is still to come.'
  if (sendAt > now + SCHEDULE_DAYS_MAX * 86_400_000) return 'Choose a time within a year.'
  if (kind !== 'template' && windowClosesAt !== undefined && sendAt >= windowClosesAt)
    return 'The 24-hour reply window closes before then. Choose an earlier time.'
  return undefined
}

/** What decides whether an agent may send; a subset of a conversation, so that screen and server share the rule. */
export interface ReplyFacts {
  owner: Owner
  liveChat: boolean | null
  channelAuthorized: boolean
  channelPaused?: boolean
  assignee?: { id: string; name: string }
  windowClosesAt?: number
  platform?: Platform
  /** The platform itself refused a message for the window, before its time had run out. */
  windowRefused?: boolean
}

/** What the reply rule asks of a conversation. The browser knows it as a view (lib/client/reply/reply-facts-of.ts). */
export function toReplyFacts(conversation: FullConversation): ReplyFacts {
  const { owner, liveChat, platform, authorized, pausedAt } = conversation
  const { closesAt, isRefused } = replyWindowOf(conversation)
  return {
    owner,
    liveChat,
    assignee: assigneeOf(conversation),
    windowRefused: isRefused,
    platform,
    channelAuthorized: authorized,
    channelPaused: pausedAt !== null,
    windowClosesAt: closesAt,
  }
}

/** Why nothing is sent over a paused channel. */
export const CHANNEL_PAUSED =
  'An admin has paused this channel. Nothing is sent until it is resumed.'

/**
 * Why this agent may not reply right now; undefined when they may. Rule: architecture.md "Owner". `kind` is what they
 * want to send: a template may go when the window has closed.
 */
export function replyBlockedBecause(
  facts: ReplyFacts,
  agentId: string,
  now: number,
  kind: ReplyKind = 'text',
): string | undefined {
  if (!facts.channelAuthorized) return 'This channel was disconnected from Stella.'
  if (facts.channelPaused) return CHANNEL_PAUSED
  if (facts.owner === 'unknown') return 'We are still asking Stella who answers here.'
  if (facts.owner === 'bot') return 'The bot is answering. Take over to reply.'
  if (facts.owner === 'waiting')
    return 'Nobody has taken this conversation yet. Take over to reply.'
  if (facts.owner === 'elsewhere')
    return 'A colleague answered outside this inbox. Take over to reply here.'
  if (facts.assignee && facts.assignee.id !== agentId)
    return `${facts.assignee.name} is answering. Take over to reply.`
  return kind === 'template' ? undefined : windowClosedBecause(facts, now)
}

/** Why nothing but a template may go now; undefined while the window is open or there is none (Facts §7.5). */
function windowClosedBecause(
  { windowClosesAt, platform, windowRefused }: ReplyFacts,
  now: number,
): string | undefined {
  // What the platform said holds at once, whichever clock is ahead.
  const isClosed = windowRefused || (windowClosesAt !== undefined && now >= windowClosesAt)
  if (!isClosed) return undefined
  const why =
    windowRefused && platform
      ? `${PLATFORM_NAMES[platform]} says that the reply window has closed.`
      : 'The 24-hour reply window has closed.'
  return platform === 'whatsapp'
    ? `${why} Until the member writes, only a template can be sent.`
    : `${why} The member has to write first.`
}

/** What a reply says that somebody cancelled before it was sent, or gave up after it failed. */
export const CANCELLED = reason('reply.cancelled')

/** Whether a reply's error says that somebody gave it up: nobody has to look after it any more. */
export function isCancelled(error: Said | null | undefined): boolean {
  return isReason(error) && error.key === CANCELLED.key
}

/** An echo is waited for this long before a person may send an unconfirmed reply again (architecture.md "Sending"). */
const ECHO_WAIT_MS = 120_000

/** Until when the platform may still confirm a reply by itself, in epoch ms. */
export function echoAwaitedUntil(reply: { attemptedAt?: number | null; sentAt: number }): number {
  return (reply.attemptedAt ?? reply.sentAt) + ECHO_WAIT_MS
}
