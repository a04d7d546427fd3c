import { expect, test } from 'vitest'
import { fromFieldValue, toFieldValue } from './local-field'

test('every part of the moment has its two digits, as the field wants it', () => {
  expect(toFieldValue(Date.parse('2026-01-05T07:03:59Z'), 'UTC')).toBe('2026-01-05T07:03')
})

test('what is typed so far and no moment yet is none', () => {
  expect(fromFieldValue('', 'UTC')).toBeUndefined()
  expect(fromFieldValue('soon', 'UTC')).toBeUndefined()
})

test('a field speaks of the zone that its reader chose, not of the browser’s', () => {
  const at = Date.parse('2026-11-21T06:02:00Z')
  expect(toFieldValue(at, 'Asia/Hong_Kong')).toBe('2026-11-21T14:02')
  expect(fromFieldValue('2026-11-21T14:02', 'Asia/Hong_Kong')).toBe(at)
})

test.each([
  ['2026-03-29T00:59:00Z', '2026-03-29T01:59'],
  ['2026-03-29T01:00:00Z', '2026-03-29T03:00'],
  ['2026-10-24T23:59:00Z', '2026-10-25T01:59'],
  ['2026-10-25T02:00:00Z', '2026-10-25T03:00'],
])('%s is %s in Berlin and back, around the nights when the clocks change', (iso, local) => {
  expect(toFieldValue(Date.parse(iso), 'Europe/Berlin')).toBe(local)
  expect(fromFieldValue(local, 'Europe/Berlin')).toBe(Date.parse(iso))
})
