import { expect, test } from 'vitest'
import { toClosedWords } from './closed-words'

const openingHours = {
  timeZone: 'Asia/Hong_Kong',
  spans: [{ day: 1, from: '09:00', to: '18:00' }],
}
const MONDAY = Date.UTC(2026, 10, 23, 1)

test('an agent reads until when it is closed, by the clock of their own zone', () => {
  const sunday = MONDAY - 20 * 3_600_000
  expect(toClosedWords({ openingHours }, sunday, 'Asia/Hong_Kong')).toBe(
    'outside opening hours, opens 23 Nov 09:00',
  )
  expect(toClosedWords({ openingHours }, MONDAY - 60_000, 'Europe/Berlin')).toBe(
    'outside opening hours, opens 02:00',
  )
})

test('nothing is said while it is open, or where nobody set hours; and no time where it never opens', () => {
  expect(toClosedWords({ openingHours }, MONDAY, 'UTC')).toBeUndefined()
  expect(toClosedWords({}, MONDAY, 'UTC')).toBeUndefined()
  const never = { timeZone: 'UTC', spans: [] }
  expect(toClosedWords({ openingHours: never }, MONDAY, 'UTC')).toBe('outside opening hours')
})
