import { unansweredSince } from '@/lib/client/conversation/unanswered'
import { DEFAULT_CHANNEL_SETTINGS } from '@/lib/domain/channel/channel-settings'
import { toSpan } from '@/lib/domain/measures'
import { AUTHOR_NAMES } from '@/lib/domain/message/author'
import { reason, type Said } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** After this long without a person the wait is shown amber, then red. */
const WAIT_AMBER_MS = 2 * MINUTE_MS
const WAIT_RED_MS = 8 * MINUTE_MS
/** From here on the row says how long free text may still be sent. */
const WINDOW_SHOWN_MS = 4 * HOUR_MS
/** From here on it is a warning, unless the channel says otherwise. */
const WARNING_MINUTES = DEFAULT_CHANNEL_SETTINGS.windowWarningMinutes

/** What stands at the right end of a row: at most one thing, the one that asks most loudly. */
export type RowMark =
  /** The member waits for an answer of whoever holds the conversation; `unread`: how many lines nobody has seen. */
  | { kind: 'unanswered'; words: string; unread: number; tone: 'neutral' | 'wait' | 'bad' }
  | { kind: 'waiting'; words: string; tone: 'neutral' | 'wait' | 'bad' }
  | { kind: 'window'; words: string; left: number; tone: 'neutral' | 'wait' }
  | { kind: 'bot' }
  | { kind: 'resolved' }

/** Who spoke last, as a prefix of the preview: nothing for the member. `viewerId` is who reads it. */
export function toPrefix(conversation: ConversationView, viewerId: string): Said {
  const last = conversation.lastMessage
  if (!last || last.author === 'member') return ''
  if (last.author !== 'agent')
    return reason('message.kind.named', { name: AUTHOR_NAMES[last.author], text: '' })
  if (last.agent?.id === viewerId) return 'You: '
  return last.agent ? `${last.agent.name}: ` : 'Automatic: '
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

/** A time as short as it can be without doubt: `now`, `14:05`, `Fri`, `3 Nov`, `3 Nov 2025`. */
export function toShortTime(iso: string, now: number, locale?: string): string {
  const at = new Date(iso)
  const age = now - at.getTime()
  if (age >= 0 && age < MINUTE_MS) return 'now'
  const today = new Date(now)
  if (at.toDateString() === today.toDateString()) {
    return at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  }
  if (age > 0 && age < 6 * DAY_MS) return at.toLocaleDateString(locale, { weekday: 'short' })
  const year = at.getFullYear() === today.getFullYear() ? undefined : 'numeric'
  return at.toLocaleDateString(locale, { day: 'numeric', month: 'short', year })
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
  return { words: toSpan(waited), tone }
}

/** How many replies of ours did not arrive, before the preview; undefined where all did. */
export function toFailedWords({ failedReplies }: ConversationView): string | undefined {
  if (!failedReplies) return undefined
  return failedReplies === 1 ? 'Not sent' : `${failedReplies} not sent`
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
  return { kind: 'window', words: toSpan(left), left: left / WINDOW_SHOWN_MS, tone }
}
