import { expect, test } from 'vitest'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { unschedulableBecause } from '@/lib/domain/reply/reply'
import { reason } from '@/lib/i18n/reason'
import { conversationOf } from '../../testing-conversation'
import { momentBlockedBecause, scheduleBlockedBecause } from './schedule-limits'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const HOUR = 3_600_000

test('a text with a time to come can be scheduled', () => {
  expect(scheduleBlockedBecause(conversationOf(), plan({}))).toBeUndefined()
})

test('a field that names no moment asks for one', () => {
  expect(scheduleBlockedBecause(conversationOf(), plan({ at: undefined }))).toEqual(
    reason('composer.schedule.chooseTime'),
  )
})

test('what is wrong with the words is said before what is wrong with the time', () => {
  expect(scheduleBlockedBecause(conversationOf(), plan({ text: '', at: undefined }))).toEqual(
    refusedBecause('whatsapp', { type: 'text', text: '' }),
  )
})

test('no time is offered at which the reply window has closed', () => {
  const windowClosesAt = '2026-11-21T12:00:00Z'
  const conversation = conversationOf({ windowClosesAt })
  const closed = { now: NOW, windowClosesAt: Date.parse(windowClosesAt) }
  expect(momentBlockedBecause(conversation, NOW + HOUR, NOW)).toBeUndefined()
  const blocked = momentBlockedBecause(conversation, NOW + 3 * HOUR, NOW)
  expect(blocked).toBeDefined()
  expect(blocked).toEqual(unschedulableBecause(NOW + 3 * HOUR, closed))
})

test('a channel without a window may be written to tomorrow', () => {
  expect(momentBlockedBecause(conversationOf(), NOW + 24 * HOUR, NOW)).toBeUndefined()
})

function plan(more: { text?: string; at?: number }) {
  return { text: 'See you.', at: NOW + HOUR, now: NOW, ...more }
}
