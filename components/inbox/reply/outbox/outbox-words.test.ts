import { expect, test } from 'vitest'
import { OUTBOX_STATES } from '@/lib/domain/reply/outbox'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import type { MessageView } from '@/lib/view/message-view'
import type { OutboxItemView } from '@/lib/view/outbox-view'
import { ANA, messageOf } from '../../testing-conversation'
import {
  actionBlockedBecause,
  STATE_ACTIONS,
  toActionWords,
  toRefusedWords,
  toStand,
} from './outbox-words'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const CLOCK = { now: NOW, timeZone: 'UTC' }

test('in every state something can be done, and no two buttons of a row have one name', () => {
  for (const state of OUTBOX_STATES) {
    const names = STATE_ACTIONS[state].map((action) => toActionWords(action, state).key)
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names).size).toBe(names.length)
  }
})

test('what failed is discarded; what still waits is cancelled', () => {
  expect(toActionWords('cancel', 'failed')).toEqual(reason('composer.outboxAction.discard'))
  expect(toActionWords('cancel', 'waiting')).toEqual(reason('composer.outboxAction.cancel'))
})

test('a reply that is just being sent can’t be cancelled', () => {
  expect(actionBlockedBecause('cancel', item({ delivery: 'sending' }), NOW)).toEqual(
    reason('composer.outbox.beingSent'),
  )
  expect(actionBlockedBecause('cancel', item({ delivery: 'queued' }), NOW)).toBeUndefined()
})

test('a reply without a clear answer is not sent again while its echo may still come', () => {
  const unconfirmed = (attemptedAt: string) => item({ delivery: 'unconfirmed', attemptedAt })
  const blocked = (attemptedAt: string) =>
    actionBlockedBecause('send-again', unconfirmed(attemptedAt), NOW)
  expect(blocked('2026-11-21T09:59:00Z')).toEqual(reason('composer.outbox.mayConfirm'))
  expect(blocked('2026-11-21T09:50:00Z')).toBeUndefined()
  expect(actionBlockedBecause('arrived', unconfirmed('2026-11-21T09:59:00Z'), NOW)).toBeUndefined()
})

test('a scheduled reply says when it goes and what would end it', () => {
  const scheduled = { sendAt: '2026-11-21T15:30:00Z' }
  expect(read(scheduled)).toBe('Scheduled for 15:30')
  expect(read({ ...scheduled, unlessMemberWrites: true })).toBe(
    'Scheduled for 15:30 unless the member writes first',
  )
})

test('any other reply says how far it came, and why no further', () => {
  expect(read({ delivery: 'failed', error: 'Blocked by the member' })).toContain(
    'Blocked by the member',
  )
})

test('of several replies it is said how many could not be settled, and nothing where all could', () => {
  const refused = [
    { messageId: 'two', reason: 'It is being sent right now.' },
    { messageId: 'three', reason: 'It was sent.' },
  ]
  expect(toRefusedWords({ done: ['one'], refused })).toEqual(
    reason('composer.outbox.partly', { done: 1, refused: 2, why: 'It is being sent right now.' }),
  )
  expect(toRefusedWords({ done: ['one', 'two'], refused: [] })).toBeUndefined()
})

function read(more: Partial<MessageView>): string {
  return english.say(toStand(item(more), CLOCK))
}

function item(more: Partial<MessageView>): OutboxItemView {
  const channel = { id: 'shop', name: 'Shop HK', platform: 'whatsapp' } as const
  return {
    message: messageOf({ author: 'agent', agent: ANA, ...more }),
    memberName: 'Roy',
    channel,
  }
}
