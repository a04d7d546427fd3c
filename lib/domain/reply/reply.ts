import { isReason, type Reason, reason, type Said } from '@/lib/i18n/reason'
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
): Reason | undefined {
  if (sendAt <= now) return reason('reply.schedule.past')
  if (sendAt > now + SCHEDULE_DAYS_MAX * 86_400_000) return reason('reply.schedule.tooFar')
  if (kind !== 'template' && windowClosesAt !== undefined && sendAt >= windowClosesAt)
    return reason('reply.schedule.window')
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

/** Why nothing is sent over a channel that Stella no longer lets us use. */
export const CHANNEL_DISCONNECTED = reason('reply.blocked.disconnected')

/** Why nothing is sent over a paused channel. */
export const CHANNEL_PAUSED = reason('reply.blocked.paused')

/**
 * Why this agent may not reply right now; undefined when they may. Rule: architecture.md "Owner". `kind` is what they
 * want to send: a template may go when the window has closed.
 */
export function replyBlockedBecause(
  facts: ReplyFacts,
  agentId: string,
  now: number,
  kind: ReplyKind = 'text',
): Reason | undefined {
  if (!facts.channelAuthorized) return CHANNEL_DISCONNECTED
  if (facts.channelPaused) return CHANNEL_PAUSED
  if (facts.owner === 'unknown') return reason('reply.blocked.ownerUnknown')
  if (facts.owner === 'bot') return reason('reply.blocked.bot')
  if (facts.owner === 'waiting') return reason('reply.blocked.waiting')
  if (facts.owner === 'elsewhere') return reason('reply.blocked.elsewhere')
  if (facts.assignee && facts.assignee.id !== agentId)
    return reason('reply.blocked.colleague', { name: facts.assignee.name })
  return kind === 'template' ? undefined : windowClosedBecause(facts, now)
}

/** Why nothing but a template may go now; undefined while the window is open or there is none (Facts §7.5). */
function windowClosedBecause(
  { windowClosesAt, platform, windowRefused }: ReplyFacts,
  now: number,
): Reason | undefined {
  // What the platform said holds at once, whichever clock is ahead.
  const isClosed = windowRefused || (windowClosesAt !== undefined && now >= windowClosesAt)
  if (!isClosed) return undefined
  const takesTemplates = platform === 'whatsapp'
  if (windowRefused && platform) {
    const said = { platform: PLATFORM_NAMES[platform] }
    return takesTemplates
      ? reason('reply.blocked.refusedWindowTemplate', said)
      : reason('reply.blocked.refusedWindow', said)
  }
  return takesTemplates ? reason('reply.blocked.windowTemplate') : reason('reply.blocked.window')
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
