import { dayOf } from '@/components/shell/time/times'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { confirmableUntil } from '@/lib/client/reply/reply-facts-of'
import { GOES_BY_ITSELF_MS } from '@/lib/client/reply/unposted'
import { isCancelled } from '@/lib/domain/reply/reply'
import type { Key } from '@/lib/i18n/message-catalogue'
import { type Reason, reason, type Said } from '@/lib/i18n/reason'

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
  words: Reason
  /** Whether the word itself is shown; else the icon carries it and the word is for screen readers. */
  shown: boolean
  tone: 'quiet' | 'read' | 'wait' | 'bad'
  actions: DeliveryAction[]
}

export const ACTION_NAMES = {
  'try-again': 'common.retry',
  resend: 'common.retry',
  'take-back': 'common.edit',
  arrived: 'message.delivery.arrived',
  'send-again': 'message.delivery.sendAgain',
  cancel: 'common.cancel',
  edit: 'common.edit',
  discard: 'common.discard',
  undo: 'common.undo',
} as const satisfies Record<DeliveryAction, Key>

interface Clock {
  /** Epoch ms. */
  now: number
  timeZone: string
  /** The line from this browser to our server is down. */
  isOffline?: boolean
  /** Why nothing goes out through this channel now. */
  outage?: Said
}

const READ = {
  icon: 'coloured-ticks',
  words: reason('message.delivery.read'),
  shown: true,
  tone: 'read',
} as const

/**
 * Where a message stands, in words, with what an agent can do about it; undefined where nothing is known.
 * The states and who may leave them: architecture.md "Sending".
 */
export function toDeliveryLine(message: LocalMessage, clock: Clock): DeliveryLine | undefined {
  if (message.local === 'not-posted') return notPosted(message, clock)
  if (message.local === 'posting') return quiet('clock', reason('message.delivery.sending'))
  switch (message.delivery) {
    case undefined:
      return undefined
    case 'queued':
      return queued(message, clock)
    case 'sending':
      return quiet('clock', reason('message.delivery.sending'))
    case 'sent':
      return quiet('one-tick', reason('message.delivery.sent'))
    case 'delivered':
      return quiet('two-ticks', reason('message.delivery.delivered'))
    case 'read':
      return { ...READ, actions: [] }
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

function quiet(icon: DeliveryIcon, words: Reason): DeliveryLine {
  return { icon, words, shown: false, tone: 'quiet', actions: [] }
}

function queued(message: LocalMessage, clock: Clock): DeliveryLine {
  if (message.nextAttemptAt) return waiting(message.nextAttemptAt, clock)
  const heldMs = Date.parse(message.heldUntil ?? '') - clock.now
  if (heldMs > 0) {
    const ms = Math.ceil(heldMs / 1000) * 1000
    const words = reason('message.delivery.sendingIn', { span: { ms, finest: 'seconds' } })
    return { icon: 'clock', words, shown: true, tone: 'quiet', actions: ['undo'] }
  }
  if (clock.outage === undefined) return quiet('clock', reason('message.delivery.sending'))
  const words = reason('message.delivery.waitingBecause', { why: clock.outage })
  return { icon: 'clock', words, shown: true, tone: 'wait', actions: ['cancel'] }
}

function notPosted(message: LocalMessage, clock: Clock): DeliveryLine {
  const actions: DeliveryAction[] = ['resend', 'take-back']
  if (goesByItself(message, clock)) {
    const words = reason('message.delivery.offline')
    return { icon: 'clock', words, shown: true, tone: 'wait', actions }
  }
  const words = message.localError
    ? reason('message.delivery.notPosted', { why: message.localError })
    : reason('message.delivery.unreachable')
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
  const time = Date.parse(nextAttemptAt)
  const isToday = dayOf(time, timeZone) === dayOf(now, timeZone)
  const at = { at: time, as: isToday ? 'time' : 'moment' } as const
  const words = reason('message.delivery.retryAt', { at })
  return { icon: 'clock', words, shown: true, tone: 'wait', actions: ['cancel'] }
}

function failed(message: LocalMessage): DeliveryLine {
  const words = message.error
    ? reason('message.delivery.failedBecause', { why: message.error })
    : reason('message.delivery.failed')
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
    return { ...base, words: reason('message.delivery.awaited'), actions: ['arrived'] }
  const words = reason('message.delivery.unconfirmed')
  return { ...base, words, actions: ['arrived', 'send-again'] }
}
