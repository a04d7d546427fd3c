import { expect, test } from 'vitest'
import { OUTBOX_STATES } from '@/lib/domain/reply/outbox'
import { english } from '@/lib/i18n/catalogues'
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
    const names = STATE_ACTIONS[state].map((action) => toActionWords(action, state))
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names).size).toBe(names.length)
  }
})

test('what failed is discarded; what still waits is cancelled', () => {
  expect(toActionWords('cancel', 'failed')).toBe('Discard')
  expect(toActionWords('cancel', 'waiting')).toBe('Cancel')
})

test('a reply that is just being sent can’t be cancelled', () => {
  expect(actionBlockedBecause('cancel', item({ delivery: 'sending' }), NOW)).toContain('right now')
  expect(actionBlockedBecause('cancel', item({ delivery: 'queued' }), NOW)).toBeUndefined()
})

test('a reply without a clear answer is not sent again while its echo may still come', () => {
  const unconfirmed = (attemptedAt: string) => item({ delivery: 'unconfirmed', attemptedAt })
  const blocked = (attemptedAt: string) =>
    actionBlockedBecause('send-again', unconfirmed(attemptedAt), NOW)
  expect(blocked('2026-11-21T09:59:00Z')).toContain('may still confirm')
  expect(blocked('2026-11-21T09:50:00Z')).toBeUndefined()
  expect(actionBlockedBecause('arrived', unconfirmed('2026-11-21T09:59:00Z'), NOW)).toBeUndefined()
})

test('a scheduled reply says when it goes and what would end it', () => {
  const scheduled = { sendAt: '2026-11-21T15:30:00Z' }
  expect(toStand(item(scheduled), CLOCK)).toBe('To be sent 15:30')
  expect(toStand(item({ ...scheduled, unlessMemberWrites: true }), CLOCK)).toBe(
    'To be sent 15:30 unless the member writes first',
  )
})

test('any other reply says how far it came, and why no further', () => {
  const failed = item({ delivery: 'failed', error: 'Blocked by the member' })
  expect(english.say(toStand(failed, CLOCK))).toContain('Blocked by the member')
})

test('of several replies it is said how many could not be settled, and nothing where all could', () => {
  const refused = [
    { messageId: 'two', reason: 'It is being sent right now.' },
    { messageId: 'three', reason: 'It was sent.' },
  ]
  expect(toRefusedWords({ done: ['one'], refused })).toBe(
    '1 done, 2 not: It is being sent right now.',
  )
  expect(toRefusedWords({ done: ['one', 'two'], refused: [] })).toBeUndefined()
})

function item(more: Partial<MessageView>): OutboxItemView {
  const channel = { id: 'shop', name: 'Shop HK', platform: 'whatsapp' } as const
  return {
    message: messageOf({ author: 'agent', agent: ANA, ...more }),
    memberName: 'Roy',
    channel,
  }
}
