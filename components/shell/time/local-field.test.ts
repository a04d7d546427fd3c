import { expect, test } from 'vitest'
import { fromFieldValue, toFieldValue } from './local-field'

test('every part of the moment has its two digits, as the field wants it', () => {
  expect(toFieldValue(new Date(2026, 0, 5, 7, 3, 59).getTime())).toBe('2026-01-05T07:03')
})

test('what is typed so far and no moment yet is none', () => {
  expect(fromFieldValue('')).toBeUndefined()
  expect(fromFieldValue('soon')).toBeUndefined()
})
