import { expect, test } from 'vitest'
import { conversationOf } from '../testing-conversation'
import { ownerDetails } from './owner-details'

// A Saturday.
const CLOCK = { now: Date.parse('2026-11-21T10:00:00Z'), timeZone: 'UTC' }

test('what Stella last said about live chat has its time: it may have changed since', () => {
  const liveChatAsOf = '2026-11-21T09:40:00Z'
  expect(ownerDetails(conversationOf({ liveChatAsOf }), CLOCK)).toBe(
    'Live chat is on at Stella, as of 09:40',
  )
  expect(ownerDetails(conversationOf({ liveChat: false }), CLOCK)).toBe(
    'Live chat is off at Stella',
  )
})

test('what was never read is not guessed', () => {
  expect(ownerDetails(conversationOf({ liveChat: null }), CLOCK)).toBe(
    'Stella has not told yet whether live chat is on.',
  )
})

test('that nobody is there now is said first', () => {
  const openingHours = { timeZone: 'UTC', spans: [{ day: 1, from: '09:00', to: '18:00' }] }
  const channel = { ...conversationOf().channel, openingHours }
  expect(ownerDetails(conversationOf({ channel }), CLOCK)).toBe(
    'It is outside opening hours, opens 23 Nov 09:00. Live chat is on at Stella',
  )
})
