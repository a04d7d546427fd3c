import { expect, test } from 'vitest'
import { fromTimeField, toTimeField } from './event-times'

test('a minute that somebody chose is the minute that the field shows again', () => {
  expect(toTimeField(fromTimeField('2026-11-21T14:05'))).toBe('2026-11-21T14:05')
})

test('the log is asked in the time of the world', () => {
  const at = new Date(2026, 10, 21, 14, 5)
  expect(fromTimeField('2026-11-21T14:05')).toBe(at.toISOString())
})

test('a field that was emptied narrows nothing, and an address that names no moment leaves it empty', () => {
  expect(fromTimeField('')).toBe('')
  expect(toTimeField(undefined)).toBe('')
  expect(toTimeField('soon')).toBe('')
})
