import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { createFormats } from '@/lib/i18n/formats'
import { conversationOf } from '../testing-conversation'
import { clockAt } from './clock'
import { ownerDetails } from './owner-details'

// A Saturday.
const CLOCK = clockAt(Date.parse('2026-11-21T10:00:00Z'), createFormats('en-GB', 'UTC'))

test('whin Stella last said about live chat has its time: it may have changed since', () => {
  const liveChatAsOf = '2026-11-21T09:40:00Z'
  expect(words({ liveChatAsOf })).toBe('Live chat is on in Stella, as of 09:40')
  expect(words({ liveChat: false })).toBe('Live chat is off in Stella')
})

test('what was never read is not guessed', () => {
  expect(words({ liveChat: null })).toBe('Stella hasn’t said yet whether live chat is on')
})

test('that nobody is there now is said first', () => {
  const openingHours = { timeZone: 'UTC', spans: [{ day: 1, from: '09:00', to: '18:00' }] }
  const channel = { ...conversationOf().channel, openingHours }
  expect(words({ channel })).toBe(
    'Outside opening hours, opens 23 Nov, 09:00. Live chat is on in Stella',
  )
})

function words(more: Parameters<typeof conversationOf>[0]): string {
  return english.say(ownerDetails(conversationOf(more), CLOCK))
}
