import { unansweredSince } from '@/lib/client/conversation/unanswered'
import { DEFAULT_CHANNEL_SETTINGS } from '@/lib/domain/channel/channel-settings'
import { type Reason, reason } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** After this long without a person the wait is shown amber, then red. */
const WAIT_AMBER_MS = 2 * MINUTE_MS
const WAIT_RED_MS = 8 * MINUTE_MS
/** From here on the row says how long free text may still be sent. */
const WINDOW_SHOWN_MS = 4 * HOUR_MS
/** From here on it is a warning, unless the channel says otherwise. */
const WARNING_MINUTES = DEFAULT_CHANNEL_SETTINGS.windowWarningMinutes

/**
 * What stands at the right end of a row: at most one thing, the one that asks most loudly. `ms`: how long it has been so, or
 * how long it will be.
 */
export type RowMark =
  /** The member waits for an answer of whoever holds the conversation; `unread`: how many lines nobody has seen. */
  | { kind: 'unanswered'; ms: number; unread: number; tone: 'neutral' | 'wait' | 'bad' }
  | { kind: 'waiting'; ms: number; tone: 'neutral' | 'wait' | 'bad' }
  | { kind: 'window'; ms: number; left: number; tone: 'neutral' | 'wait' }
  | { kind: 'bot' }
  | { kind: 'resolved' }

/** Who spoke last, to stand before the preview; undefined for the member. `viewerId` is who reads it. */
export function toPrefix(conversation: ConversationView, viewerId: string): Reason | undefined {
  const last = conversation.lastMessage
  if (!last || last.author === 'member') return undefined
  if (last.author !== 'agent') return reason('conversation.row.by', { author: last.author })
  if (last.agent?.id === viewerId) return reason('conversation.row.by', { author: 'you' })
  if (last.agent) return reason('conversation.row.byName', { name: last.agent.name })
  return reason('conversation.row.by', { author: 'automatic' })
}

/** What a row shows at its right end at `now` (epoch ms). */
export function toMark(conversation: ConversationView, now: number): RowMark | undefined {
  if (conversation.status === 'resolved') return { kind: 'resolved' }
  if (conversation.owner === 'waiting') return toWait(conversation, now)
  if (conversation.owner === 'bot') return { kind: 'bot' }
  const window = toWindow(conversation, now)
  // The last hours in which an answer can be given at all ask more loudly.
  return window?.tone === 'wait' ? window : (toUnanswered(conversation, now) ?? window)
}

function toWait(conversation: ConversationView, now: number): RowMark {
  const since = Date.parse(conversation.ownerSince ?? conversation.lastActivityAt)
  return { kind: 'waiting', ...toWaited(since, now) }
}

function toUnanswered(conversation: ConversationView, now: number): RowMark | undefined {
  const since = unansweredSince(conversation)
  if (since === undefined) return undefined
  return { kind: 'unanswered', unread: conversation.unread, ...toWaited(since, now) }
}

function toWaited(since: number, now: number) {
  const waited = Math.max(0, now - since)
  const tone: 'neutral' | 'wait' | 'bad' =
    waited >= WAIT_RED_MS ? 'bad' : waited >= WAIT_AMBER_MS ? 'wait' : 'neutral'
  return { ms: waited, tone }
}

function toWindow(
  { windowClosesAt, windowRefused, channel }: ConversationView,
  now: number,
): Extract<RowMark, { kind: 'window' }> | undefined {
  if (!windowClosesAt || windowRefused) return undefined
  const left = Date.parse(windowClosesAt) - now
  if (left <= 0 || left > WINDOW_SHOWN_MS) return undefined
  const warningMs = (channel.windowWarningMinutes ?? WARNING_MINUTES) * MINUTE_MS
  const tone = left <= warningMs ? 'wait' : 'neutral'
  return { kind: 'window', ms: left, left: left / WINDOW_SHOWN_MS, tone }
}
