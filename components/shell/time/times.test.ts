import { describe, expect, test } from 'vitest'
import { dayOf, toClock, toDayLabel, toMoment } from './times'

const BERLIN = 'Europe/Berlin'

describe('day borders', () => {
  test('a message just after midnight belongs to the new day of the agent, not of UTC', () => {
    expect(dayOf(Date.parse('2026-11-20T23:00:00Z'), BERLIN)).toBe('2026-11-21')
    expect(dayOf(Date.parse('2026-11-20T22:59:59Z'), BERLIN)).toBe('2026-11-20')
  })

  test('the day the clocks go forward has 23 hours', () => {
    expect(dayOf(Date.parse('2026-03-28T22:59:59Z'), BERLIN)).toBe('2026-03-28')
    expect(dayOf(Date.parse('2026-03-28T23:00:00Z'), BERLIN)).toBe('2026-03-29')
    expect(dayOf(Date.parse('2026-03-29T21:59:59Z'), BERLIN)).toBe('2026-03-29')
    expect(dayOf(Date.parse('2026-03-29T22:00:00Z'), BERLIN)).toBe('2026-03-30')
  })

  test('the day the clocks go back has 25 hours', () => {
    expect(dayOf(Date.parse('2026-10-24T22:00:00Z'), BERLIN)).toBe('2026-10-25')
    expect(dayOf(Date.parse('2026-10-25T22:59:59Z'), BERLIN)).toBe('2026-10-25')
    expect(dayOf(Date.parse('2026-10-25T23:00:00Z'), BERLIN)).toBe('2026-10-26')
  })

  test('a zone that is three quarters off the hour still breaks at its own midnight', () => {
    expect(dayOf(Date.parse('2026-11-20T18:14:59Z'), 'Asia/Kathmandu')).toBe('2026-11-20')
    expect(dayOf(Date.parse('2026-11-20T18:15:00Z'), 'Asia/Kathmandu')).toBe('2026-11-21')
  })
})

describe('day headings', () => {
  test.each([
    ['2026-11-21', 'Today'],
    ['2026-11-20', 'Yesterday'],
    ['2026-11-18', 'Wednesday'],
    ['2026-11-15', 'Sunday'],
    ['2026-11-14', 'Sat 14 November'],
    ['2025-11-21', '21 November 2025'],
    ['2026-11-22', 'Sun 22 November'],
  ])('%s is headed %s', (day, label) => {
    expect(toDayLabel(day, '2026-11-21')).toBe(label)
  })

  test('yesterday stays yesterday across the 23-hour day', () => {
    expect(toDayLabel('2026-03-29', '2026-03-30')).toBe('Yesterday')
  })
})

test('a clock time is written for the zone of the agent', () => {
  expect(toClock('2026-11-21T06:02:00Z', 'Asia/Hong_Kong')).toBe('14:02')
  expect(toClock('2026-11-21T16:00:00Z', 'Asia/Hong_Kong')).toBe('00:00')
})

test('a moment names its date only when it is not today', () => {
  const now = Date.parse('2026-11-21T10:00:00Z')
  expect(toMoment('2026-11-21T08:05:00Z', now, 'UTC')).toBe('08:05')
  expect(toMoment('2026-11-20T08:05:00Z', now, 'UTC')).toBe('20 Nov 08:05')
  expect(toMoment('2025-11-20T08:05:00Z', now, 'UTC')).toBe('20 Nov 2025 08:05')
})
