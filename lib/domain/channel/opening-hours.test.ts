import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closedSince,
  isOpenAt,
  type OpeningHours,
  openMsBetween,
  opensNextAt,
} from './opening-hours'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const WEEK: OpeningHours = {
  timeZone: 'Europe/Berlin',
  spans: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' })),
}

test('open from the first minute to the last on the wall clock of the time zone', () => {
  // Monday, 5 January 2026; Berlin is an hour ahead.
  expect(isOpenAt(WEEK, Date.UTC(2026, 0, 5, 7, 59))).toBe(false)
  expect(isOpenAt(WEEK, Date.UTC(2026, 0, 5, 8, 0))).toBe(true)
  expect(isOpenAt(WEEK, Date.UTC(2026, 0, 5, 16, 59))).toBe(true)
  expect(isOpenAt(WEEK, Date.UTC(2026, 0, 5, 17, 0))).toBe(false)
  expect(isOpenAt(undefined, 0)).toBe(true)
})

test('after Friday it opens on Monday, in summer an hour earlier by UTC', () => {
  expect(opensNextAt(WEEK, Date.UTC(2026, 0, 9, 20))).toBe(Date.UTC(2026, 0, 12, 8))
  // The clock goes forward in the night to Sunday, 29 March.
  expect(opensNextAt(WEEK, Date.UTC(2026, 2, 27, 20))).toBe(Date.UTC(2026, 2, 30, 7))
  expect(closedSince(WEEK, Date.UTC(2026, 2, 30, 6))).toBe(Date.UTC(2026, 2, 27, 17))
})

test('a span past midnight is open on the next morning, also from Saturday to Sunday', () => {
  const night = { timeZone: 'UTC', spans: [{ day: 6, from: '22:00', to: '02:00' }] }
  expect(isOpenAt(night, Date.UTC(2026, 0, 10, 23))).toBe(true)
  expect(isOpenAt(night, Date.UTC(2026, 0, 11, 1, 59))).toBe(true)
  expect(isOpenAt(night, Date.UTC(2026, 0, 11, 2))).toBe(false)
})

test('an hour that the clock skips opens with the hour after it', () => {
  const early = { timeZone: 'Europe/Berlin', spans: [{ day: 0, from: '02:30', to: '06:00' }] }
  expect(opensNextAt(early, Date.UTC(2026, 2, 29, 0, 30))).toBe(Date.UTC(2026, 2, 29, 1))
})

test('open minutes just before the clock is changed count', () => {
  const early = { timeZone: 'Europe/Berlin', spans: [{ day: 0, from: '00:30', to: '00:59' }] }
  const from = Date.UTC(2026, 2, 27, 14, 40)
  expect(openMsBetween(early, from, from + 60 * HOUR_MS)).toBe(29 * MINUTE_MS)
})

test('hours without a span never open, and no time passes in them', () => {
  const never = { timeZone: 'UTC', spans: [] }
  expect(opensNextAt(never, 0)).toBeUndefined()
  expect(closedSince(never, 0)).toBeUndefined()
  expect(openMsBetween(never, 0, HOUR_MS)).toBe(0)
})

test('whatever the hours and the zone, it opens at the first minute of which one says it is open', () => {
  fc.assert(
    fc.property(hours(), moment(), (given, at) => {
      const next = opensNextAt(given, at)
      if (isOpenAt(given, at)) expect(next).toBeUndefined()
      else expect(next).toBe(firstOpenMinute(given, at))
    }),
    { numRuns: 100 },
  )
})

test('open time between two moments is the sum of its open minutes', () => {
  fc.assert(
    fc.property(hours(), moment(), fc.integer({ min: 1, max: 3_000 }), (given, from, minutes) => {
      let open = 0
      for (let minute = 0; minute < minutes; minute += 1)
        if (isOpenAt(given, from + minute * MINUTE_MS)) open += MINUTE_MS
      expect(openMsBetween(given, from, from + minutes * MINUTE_MS)).toBe(open)
    }),
    { numRuns: 100 },
  )
})

test('it has been closed since the minute after the last open one', () => {
  fc.assert(
    fc.property(hours(), moment(), (given, at) => {
      const since = closedSince(given, at)
      if (since === undefined) return
      expect(isOpenAt(given, since - MINUTE_MS)).toBe(true)
      expect(openMsBetween(given, since, at)).toBe(0)
    }),
    { numRuns: 300 },
  )
})

function hours(): fc.Arbitrary<OpeningHours> {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
    .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join(':'))
  const span = fc.record({ day: fc.integer({ min: 0, max: 6 }), from: time, to: time })
  return fc.record({
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Hong_Kong',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ),
    spans: fc.array(span, { minLength: 1, maxLength: 4 }),
  })
}

/** Any minute near a change of the clock, north or south, or of an ordinary week. */
function moment(): fc.Arbitrary<number> {
  const near = fc.constantFrom(
    Date.UTC(2026, 2, 8),
    Date.UTC(2026, 2, 29),
    Date.UTC(2026, 3, 5),
    Date.UTC(2026, 9, 4),
    Date.UTC(2026, 9, 25),
    Date.UTC(2026, 6, 1),
  )
  return fc
    .tuple(near, fc.integer({ min: -3_000, max: 3_000 }))
    .map(([day, minutes]) => day + minutes * MINUTE_MS)
}

function firstOpenMinute(given: OpeningHours, at: number): number | undefined {
  for (let minute = 1; minute <= 8 * 24 * 60; minute += 1)
    if (isOpenAt(given, at + minute * MINUTE_MS)) return at + minute * MINUTE_MS
  return undefined
}
