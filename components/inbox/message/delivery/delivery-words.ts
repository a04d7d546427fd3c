import { toMoment } from '@/components/shell/time/times'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { confirmableUntil } from '@/lib/client/reply/reply-facts-of'
import { GOES_BY_ITSELF_MS } from '@/lib/client/reply/unposted'
import { isCancelled } from '@/lib/domain/reply/reply'
import { quotedIn } from '@/lib/i18n/reason'

export type DeliveryIcon = 'clock' | 'one-tick' | 'two-ticks' | 'coloured-ticks' | 'warning'
export type DeliveryAction =
  | 'try-again'
  | 'resend'
  | 'take-back'
  | 'arrived'
  | 'send-again'
  | 'cancel'
  | 'edit'
  | 'discard'
  | 'undo'

export interface DeliveryLine {
  icon: DeliveryIcon
  /** What stands in the line, and what a screen reader says. */
  words: string
  /** Whether the word itself is shown; else the icon carries it and the word is for screen readers. */
  shown: boolean
  tone: 'quiet' | 'read' | 'wait' | 'bad'
  actions: DeliveryAction[]
}

export const ACTION_NAMES: Record<DeliveryAction, string> = {
  'try-again': 'Try again',
  resend: 'Try again',
  'take-back': 'Edit',
  arrived: 'Mark as delivered',
  'send-again': 'Send again',
  cancel: 'Cancel',
  edit: 'Edit',
  discard: 'Discard',
  undo: 'Undo',
}

interface Clock {
  /** Epoch ms. */
  now: number
  timeZone: string
  /** The line from this browser to our server is down. */
  isOffline?: boolean
  /** Why nothing goes out through this channel now. */
  outage?: string
}

/**
 * Where a message stands, in words, with what an agent can do about it; undefined where nothing is known.
 * The states and who may leave them: architecture.md "Sending".
 */
export function toDeliveryLine(message: LocalMessage, clock: Clock): DeliveryLine | undefined {
  if (message.local === 'not-posted') return notPosted(message, clock)
  if (message.local === 'posting') return quiet('clock', 'Sending')
  switch (message.delivery) {
    case undefined:
      return undefined
    case 'queued':
      return queued(message, clock)
    case 'sending':
      return quiet('clock', 'Sending')
    case 'sent':
      return quiet('one-tick', 'Sent')
    case 'delivered':
      return quiet('two-ticks', 'Delivered')
    case 'read':
      return { icon: 'coloured-ticks', words: 'Read', shown: true, tone: 'read', actions: [] }
    case 'failed':
      return failed(message)
    case 'unconfirmed':
      return unconfirmed(message, clock)
  }
}

/** Whether a line must be seen wherever its message stands in a group: something went wrong or waits. */
export function needsAttention(line: DeliveryLine | undefined): boolean {
  return line?.tone === 'bad' || line?.tone === 'wait' || line?.actions.includes('undo') === true
}

function quiet(icon: DeliveryIcon, words: string): DeliveryLine {
  return { icon, words, shown: false, tone: 'quiet', actions: [] }
}

function queued(message: LocalMessage, clock: Clock): DeliveryLine {
  if (message.nextAttemptAt) return waiting(message.nextAttemptAt, clock)
  const heldMs = Date.parse(message.heldUntil ?? '') - clock.now
  if (heldMs > 0) {
    const words = `Sending in ${Math.ceil(heldMs / 1000)} s`
    return { icon: 'clock', words, shown: true, tone: 'quiet', actions: ['undo'] }
  }
  if (clock.outage === undefined) return quiet('clock', 'Sending')
  const words = `Waiting: ${asSentence(clock.outage)}`
  return { icon: 'clock', words, shown: true, tone: 'wait', actions: ['cancel'] }
}

function notPosted(message: LocalMessage, clock: Clock): DeliveryLine {
  const actions: DeliveryAction[] = ['resend', 'take-back']
  if (goesByItself(message, clock)) {
    const words = 'Waiting for the connection. It goes by itself.'
    return { icon: 'clock', words, shown: true, tone: 'wait', actions }
  }
  const why = typeof message.localError === 'string' ? message.localError : undefined
  const words = `Not sent. ${asSentence(why ?? 'The inbox can’t be reached.')}`
  return { icon: 'warning', words, shown: true, tone: 'bad', actions }
}

/** While the line to our server is down a reply waits for it; after a long time it is for its writer to say. */
export function goesByItself(
  { local, sentAt }: Pick<LocalMessage, 'local' | 'sentAt'>,
  { isOffline, now }: Pick<Clock, 'isOffline' | 'now'>,
): boolean {
  const isYoung = now - Date.parse(sentAt) < GOES_BY_ITSELF_MS
  return local === 'not-posted' && isOffline === true && isYoung
}

function waiting(nextAttemptAt: string, { now, timeZone }: Clock): DeliveryLine {
  const words = `Stella can't be reached, trying again at ${toMoment(nextAttemptAt, now, timeZone)}`
  return { icon: 'clock', words, shown: true, tone: 'wait', actions: ['cancel'] }
}

function failed(message: LocalMessage): DeliveryLine {
  const words = message.error
    ? `Not sent: ${asSentence(quotedIn(message.error))}`
    : 'Not sent. No reason was given.'
  const base = { icon: 'warning', words, shown: true, tone: 'bad' } as const
  // Only what an agent wrote here can be sent again from here.
  if (message.author !== 'agent') return { ...base, actions: [] }
  // Somebody has given it up: nobody has to look after it any more.
  if (isCancelled(message.error)) return { ...base, tone: 'quiet', actions: ['try-again'] }
  return {
    ...base,
    actions: ['try-again', ...(isEditable(message) ? (['edit'] as const) : []), 'discard'],
  }
}

/** Words alone can be put back into the box. */
function isEditable({ text, media }: LocalMessage): boolean {
  return Boolean(text) && media.length === 0
}

/** While an echo may still come, sending again would be a gamble: that choice is offered only after it. */
function unconfirmed(message: LocalMessage, { now }: Clock): DeliveryLine {
  const base = { icon: 'clock', shown: true, tone: 'wait' } as const
  if (now < confirmableUntil(message))
    return { ...base, words: 'Not confirmed yet. Waiting for the platform.', actions: ['arrived'] }
  return { ...base, words: 'Not confirmed. Did it arrive?', actions: ['arrived', 'send-again'] }
}

/** The platform's own words, closed by a full stop where they have none. */
function asSentence(reason: string): string {
  const trimmed = reason.trim()
  return /[.!?。！？]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
