import { expect, test } from 'vitest'
import { conversationOf } from '../../testing-conversation'
import { momentBlockedBecause, scheduleBlockedBecause } from './schedule-limits'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const HOUR = 3_600_000

test('a text with a time to come can be scheduled', () => {
  expect(scheduleBlockedBecause(conversationOf(), plan({}))).toBeUndefined()
})

test('a field that names no moment asks for one', () => {
  expect(scheduleBlockedBecause(conversationOf(), plan({ at: undefined }))).toBe('Choose a time.')
})

test('what is wrong with the words is said before what is wrong with the time', () => {
  expect(scheduleBlockedBecause(conversationOf(), plan({ text: '', at: undefined }))).toBe(
    'Write something first.',
  )
})

test('no time is offered at which the reply window has closed', () => {
  const conversation = conversationOf({ windowClosesAt: '2026-11-21T12:00:00Z' })
  expect(momentBlockedBecause(conversation, NOW + HOUR, NOW)).toBeUndefined()
  expect(momentBlockedBecause(conversation, NOW + 3 * HOUR, NOW)).toContain('window closes')
})

test('a channel without a window may be written to tomorrow', () => {
  expect(momentBlockedBecause(conversationOf(), NOW + 24 * HOUR, NOW)).toBeUndefined()
})

function plan(more: { text?: string; at?: number }) {
  return { text: 'See you.', at: NOW + HOUR, now: NOW, ...more }
}
