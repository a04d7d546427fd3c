import { toDeliveryLine } from '@/components/inbox/message/delivery/delivery-words'
import { toMoment } from '@/components/shell/time/times'
import { confirmableUntil } from '@/lib/client/reply/reply-facts-of'
import type { SettleAction } from '@/lib/client/reply/sending'
import type { OutboxResult, OutboxState } from '@/lib/domain/reply/outbox'
import type { Said } from '@/lib/i18n/reason'
import type { OutboxItemView } from '@/lib/view/outbox-view'

export const STATE_NAMES: Record<OutboxState, string> = {
  waiting: 'Waiting',
  failed: 'Failed',
  unconfirmed: 'Unconfirmed',
  scheduled: 'Scheduled',
}

/** What the page says of each state when nothing is in it. */
export const EMPTY_WORDS: Record<OutboxState, string> = {
  waiting: 'Replies that can’t leave at once wait here until Stella takes them.',
  failed: 'Replies that Stella or the platform refused in the last seven days stand here.',
  unconfirmed:
    'Replies that got no clear answer stand here until the echo or somebody settles them.',
  scheduled: 'Replies that are to be sent later stand here until their time.',
}

/** What can be done in each state, the first as the usual. */
export const STATE_ACTIONS: Record<OutboxState, SettleAction[]> = {
  waiting: ['cancel'],
  failed: ['send-again', 'cancel'],
  unconfirmed: ['arrived', 'send-again'],
  scheduled: ['send-now', 'undo'],
}

export function toActionWords(action: SettleAction, state: OutboxState): string {
  return action === 'cancel' && state === 'failed' ? 'Discard' : ACTION_WORDS[action]
}

const ACTION_WORDS: Record<SettleAction, string> = {
  'send-again': 'Send again',
  arrived: 'Mark as delivered',
  cancel: 'Cancel',
  'send-now': 'Send now',
  undo: 'Cancel',
}

/** Why something can't be done with a reply yet; the server judges by the same rule. */
export function actionBlockedBecause(
  action: SettleAction,
  { message }: OutboxItemView,
  now: number,
): string | undefined {
  if (action === 'cancel' && message.delivery === 'sending') return 'It is being sent right now.'
  if (action !== 'send-again' || message.delivery !== 'unconfirmed') return undefined
  return now < confirmableUntil(message)
    ? 'The platform may still confirm it. Wait two minutes.'
    : undefined
}

interface Clock {
  /** Epoch ms. */
  now: number
  timeZone: string
}

/** Where a reply stands: when it is to be sent, else how far it came. */
export function toStand({ message }: OutboxItemView, { now, timeZone }: Clock): Said {
  if (message.sendAt) {
    const unless = message.unlessMemberWrites ? ' unless the member writes first' : ''
    return `To be sent ${toMoment(message.sendAt, now, timeZone)}${unless}`
  }
  return toDeliveryLine(message, { now, timeZone })?.words ?? ''
}

/** What is said where some of several replies could not be settled; the first reason stands for all. */
export function toRefusedWords({ done, refused }: OutboxResult): string | undefined {
  const reason = refused[0]?.reason
  return reason && `${done.length} done, ${refused.length} not: ${reason}`
}
