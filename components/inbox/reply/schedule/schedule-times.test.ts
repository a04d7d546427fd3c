import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromFieldValue, toFieldValue } from '@/components/shell/time/local-field'
import { firstMoment, toPresets } from './schedule-times'

const moments = fc.date({
  min: new Date(2020, 0, 1),
  max: new Date(2040, 0, 1),
  noInvalidDate: true,
})

const zones = fc.constantFrom('UTC', 'Asia/Hong_Kong', 'America/New_York', 'Asia/Kathmandu')

test('every preset lies ahead, and mornings are at nine on the day they name, in whatever zone', () => {
  fc.assert(
    fc.property(moments, zones, (date, timeZone) => {
      const presets = toPresets(date.getTime(), timeZone)
      for (const { at } of presets) expect(at).toBeGreaterThan(date.getTime())
      const monday = presets.at(-1)?.at ?? 0
      const weekday = new Intl.DateTimeFormat('en', { timeZone, weekday: 'long' }).format(monday)
      expect([weekday, toFieldValue(monday, timeZone).slice(11)]).toEqual(['Monday', '09:00'])
      expect(monday - date.getTime()).toBeLessThanOrEqual(8 * 86_400_000)
    }),
  )
})

test('a moment put into the field and taken out again is the same minute', () => {
  fc.assert(
    fc.property(moments, (date) => {
      // The hour that a change of clocks repeats is left out: a field can't tell its two sides apart.
      const minute = new Date(date).setSeconds(0, 0)
      const back = fromFieldValue(toFieldValue(minute, 'UTC'), 'UTC') ?? 0
      expect([0, 3_600_000]).toContain(Math.abs(back - minute))
    }),
  )
  expect(fromFieldValue('', 'UTC')).toBeUndefined()
})

test('a reply that is changed keeps its time until somebody chooses another', () => {
  const now = Date.parse('2026-11-21T10:00:00Z')
  expect(firstMoment('2026-11-24T08:30:00.000Z', now)).toBe(Date.parse('2026-11-24T08:30:00Z'))
  expect(firstMoment(undefined, now)).toBe(toPresets(now, 'UTC')[0]?.at)
})
