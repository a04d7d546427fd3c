import { expect, test } from 'vitest'
import { fromTimeField, toTimeField } from './event-times'

const ZONE = 'Asia/Hong_Kong'

test('a minute that somebody chose is the minute that the field shows again', () => {
  expect(toTimeField(fromTimeField('2026-11-21T14:05', ZONE), ZONE)).toBe('2026-11-21T14:05')
})

test('the log is asked in the time of the world', () => {
  expect(fromTimeField('2026-11-21T14:05', ZONE)).toBe('2026-11-21T06:05:00.000Z')
})

test('a field that was emptied narrows nothing, and an address that names no moment leaves it empty', () => {
  expect(fromTimeField('', ZONE)).toBe('')
  expect(toTimeField(undefined, ZONE)).toBe('')
  expect(toTimeField('soon', ZONE)).toBe('')
})
