import { toDeliveryLine } from '@/components/inbox/message/delivery/delivery-words'
import { confirmableUntil } from '@/lib/client/reply/reply-facts-of'
import type { SettleAction } from '@/lib/client/reply/sending'
import type { OutboxResult, OutboxState } from '@/lib/domain/reply/outbox'
import type { Key } from '@/lib/i18n/message-catalogue'
import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import type { OutboxItemView } from '@/lib/view/outbox-view'
import { type Clock, whenOf } from '../schedule/when'

export const STATE_NAMES = {
  waiting: 'composer.outbox.waiting',
  failed: 'composer.outbox.failed',
  unconfirmed: 'composer.outbox.unconfirmed',
  scheduled: 'composer.outbox.scheduled',
} as const satisfies Record<OutboxState, Key>

/** What the page says of each state when nothing is in it. */
export const EMPTY_WORDS = {
  waiting: { title: 'composer.outboxEmpty.waiting', text: 'composer.outboxEmpty.waitingText' },
  failed: { title: 'composer.outboxEmpty.failed', text: 'composer.outboxEmpty.failedText' },
  unconfirmed: {
    title: 'composer.outboxEmpty.unconfirmed',
    text: 'composer.outboxEmpty.unconfirmedText',
  },
  scheduled: {
    title: 'composer.outboxEmpty.scheduled',
    text: 'composer.outboxEmpty.scheduledText',
  },
} as const satisfies Record<OutboxState, { title: Key; text: Key }>

/** What can be done in each state, the first as the usual. */
export const STATE_ACTIONS: Record<OutboxState, SettleAction[]> = {
  waiting: ['cancel'],
  failed: ['send-again', 'cancel'],
  unconfirmed: ['arrived', 'send-again'],
  scheduled: ['send-now', 'undo'],
}

export function toActionWords(action: SettleAction, state: OutboxState): Reason {
  return action === 'cancel' && state === 'failed' ? DISCARD : ACTION_WORDS[action]
}

const DISCARD = reason('composer.outboxAction.discard')
const ACTION_WORDS: Record<SettleAction, Reason> = {
  'send-again': reason('composer.outboxAction.sendAgain'),
  arrived: reason('composer.outboxAction.arrived'),
  cancel: reason('composer.outboxAction.cancel'),
  'send-now': reason('composer.outboxAction.sendNow'),
  undo: reason('composer.outboxAction.cancelScheduled'),
}

/** Why something can't be done with a reply yet; the server judges by the same rule. */
export function actionBlockedBecause(
  action: SettleAction,
  { message }: OutboxItemView,
  now: number,
): Reason | undefined {
  if (action === 'cancel' && message.delivery === 'sending')
    return reason('composer.outbox.beingSent')
  if (action !== 'send-again' || message.delivery !== 'unconfirmed') return undefined
  return now < confirmableUntil(message) ? reason('composer.outbox.mayConfirm') : undefined
}

/** Where a reply stands: when it is to be sent, else how far it came. */
export function toStand({ message }: OutboxItemView, clock: Clock): Said {
  if (message.sendAt) {
    const when = whenOf(message.sendAt, clock)
    return message.unlessMemberWrites
      ? reason('composer.outbox.scheduledUnless', { when })
      : reason('composer.outbox.scheduledFor', { when })
  }
  return toDeliveryLine(message, clock)?.words ?? ''
}

/** What is said where some of several replies could not be settled; the first reason stands for all. */
export function toRefusedWords({ done, refused }: OutboxResult): Reason | undefined {
  const why = refused[0]?.reason
  return why === undefined
    ? undefined
    : reason('composer.outbox.partly', { done: done.length, refused: refused.length, why })
}
