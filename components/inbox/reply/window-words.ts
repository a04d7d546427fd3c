import { replyWindowMs } from '@/lib/domain/channel/channel'
import { DEFAULT_CHANNEL_SETTINGS } from '@/lib/domain/channel/channel-settings'
import { type Reason, reason } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'

export interface WindowWords {
  words: Reason
  tone: 'calm' | 'wait' | 'closed'
  /** How much of the window is left, 0 to 1. */
  left: number
}

const WARNING_MINUTES = DEFAULT_CHANNEL_SETTINGS.windowWarningMinutes
const CLOSED = reason('composer.box.windowClosed')
const MINUTE_MS = 60_000

/** How long free text may still be sent; undefined where the channel has no limit or the member never wrote. */
export function toWindowWords(
  {
    channel,
    windowClosesAt,
    windowRefused,
  }: Pick<ConversationView, 'channel' | 'windowClosesAt' | 'windowRefused'>,
  now: number,
): WindowWords | undefined {
  if (windowClosesAt === undefined) return undefined
  // Our clock may run a little behind the platform's; no window is longer than a whole one.
  const whole = replyWindowMs(channel.platform) ?? Number.POSITIVE_INFINITY
  const leftMs = Math.min(whole, Date.parse(windowClosesAt) - now)
  if (leftMs <= 0 || windowRefused) return { words: CLOSED, tone: 'closed', left: 0 }
  const warningMs = (channel.windowWarningMinutes ?? WARNING_MINUTES) * MINUTE_MS
  return {
    // Rounded up: one who reads "1m" must still have it.
    words: reason('composer.box.windowClosesIn', {
      span: { ms: Math.ceil(leftMs / MINUTE_MS) * MINUTE_MS },
    }),
    tone: leftMs <= warningMs ? 'wait' : 'calm',
    left: whole === Number.POSITIVE_INFINITY ? 1 : leftMs / whole,
  }
}
