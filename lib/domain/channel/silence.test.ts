import fc from 'fast-check'
import { expect, test } from 'vitest'
import { silenceOf } from './silence'

const HOUR = 3_600_000
/** A Monday, noon, as an hour since 1970. */
const NOON = 493_476

/** The same deliveries in the same hours of each week before the last one, at `lastHour`. */
function rhythm(weeks: number, perHour: (hour: number) => number, lastHour = NOON) {
  const counts = new Map<number, number>()
  const sinceHour = lastHour - weeks * 168
  for (let hour = sinceHour; hour <= lastHour; hour += 1) {
    const count = perHour(hour)
    if (count > 0) counts.set(hour, count)
  }
  return { counts, sinceHour, lastAt: lastHour * HOUR + 60_000 }
}

const after = (hours: number) => (NOON + hours) * HOUR + 120_000

test('a channel that usually gets deliveries at this hour of the week is silent after one hour without', () => {
  const steady = rhythm(4, () => 5)
  expect(silenceOf(steady, after(1)).state).toBe('usual')
  expect(silenceOf(steady, after(2))).toEqual({ state: 'silent', hours: 1, usual: 5, weeks: 4 })
})

test('a channel that sleeps at night is not silent at night, but it is in the morning after', () => {
  const byDay = rhythm(5, (hour) => (hour % 24 >= 9 && hour % 24 < 18 ? 6 : 0), NOON + 5)
  const at = (hours: number) => (NOON + 5 + hours) * HOUR + 120_000
  expect(silenceOf(byDay, at(12)).state).toBe('usual')
  expect(silenceOf(byDay, at(17)).state).toBe('silent')
})

test('a channel with a delivery now and then is not missed for an evening', () => {
  const rare = rhythm(6, (hour) => (hour % 24 === 12 ? 1 : 0))
  expect(silenceOf(rare, after(30)).state).toBe('usual')
  expect(silenceOf(rare, after(100)).state).toBe('silent')
})

test('a young channel has no rhythm to miss, and an empty one neither', () => {
  expect(
    silenceOf(
      rhythm(1, () => 50),
      after(40),
    ),
  ).toEqual({ state: 'unknown' })
  expect(silenceOf({ counts: new Map(), sinceHour: NOON, lastAt: NOON * HOUR }, after(9))).toEqual({
    state: 'unknown',
  })
})

test('one holiday among four weeks does not hide a silence; two weeks of quiet are a new habit', () => {
  const holiday = (weeksAgo: number[]) =>
    rhythm(5, (hour) => (weeksAgo.includes(Math.ceil((NOON - hour) / 168)) ? 0 : 5))
  expect(silenceOf(holiday([2]), after(4)).state).toBe('silent')
  expect(silenceOf(holiday([2, 3]), after(4)).state).toBe('usual')
})

test('a silence that lasts for weeks stays one: it is compared with the weeks before it', () => {
  const steady = rhythm(6, () => 5)
  expect(silenceOf(steady, after(24 * 40))).toMatchObject({ state: 'silent', weeks: 6 })
})

test('longer quiet never turns an alarm off, and a delivery this very hour always does', () => {
  const hours = fc.array(fc.nat(12), { minLength: 7 * 168, maxLength: 7 * 168 })
  fc.assert(
    fc.property(hours, fc.nat(60), fc.nat(300), (given, quiet, more) => {
      const history = rhythm(7, (hour) => given[hour - NOON + 7 * 168 - 1] ?? 0)
      const before = silenceOf(history, after(quiet)).state
      const later = silenceOf(history, after(quiet + more)).state
      if (before === 'silent') expect(later).toBe('silent')
      expect(silenceOf({ ...history, lastAt: after(quiet) }, after(quiet)).state).not.toBe('silent')
    }),
    { numRuns: 60 },
  )
})
