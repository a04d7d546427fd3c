import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { createFormats } from '@/lib/i18n/formats'
import { clockAt } from './clock'
import { toClosedWords } from './closed-words'

const openingHours = {
  timeZone: 'Asia/Hong_Kong',
  spans: [{ day: 1, from: '09:00', to: '18:00' }],
}
const MONDAY = Date.UTC(2026, 10, 23, 1)

test('an agent reads until when it is closed, by the clock of their own zone', () => {
  const sunday = MONDAY - 20 * 3_600_000
  expect(words({ openingHours }, sunday, 'Asia/Hong_Kong')).toBe(
    'Outside opening hours, opens 23 Nov, 09:00',
  )
  expect(words({ openingHours }, MONDAY - 60_000, 'Europe/Berlin')).toBe(
    'Outside opening hours, opens 02:00',
  )
})

test('nothing is said while it is open, or where nobody set hours; and no time where it never opens', () => {
  expect(words({ openingHours }, MONDAY, 'UTC')).toBeUndefined()
  expect(words({}, MONDAY, 'UTC')).toBeUndefined()
  const never = { timeZone: 'UTC', spans: [] }
  expect(words({ openingHours: never }, MONDAY, 'UTC')).toBe('Outside opening hours')
})

function words(channel: Parameters<typeof toClosedWords>[0], now: number, timeZone: string) {
  const closed = toClosedWords(channel, clockAt(now, createFormats('en-GB', timeZone)))
  return closed && english.say(closed)
}
