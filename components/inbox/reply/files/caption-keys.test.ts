import { expect, test } from 'vitest'
import { toStep } from './caption-keys'

test('Alt with an arrow moves the file among the others', () => {
  expect(toStep({ altKey: true, key: 'ArrowUp' })).toBe(-1)
  expect(toStep({ altKey: true, key: 'ArrowDown' })).toBe(1)
})

test('arrows alone, and letters with Alt, stay in the caption', () => {
  expect(toStep({ altKey: false, key: 'ArrowUp' })).toBeUndefined()
  expect(toStep({ altKey: true, key: 'ArrowLeft' })).toBeUndefined()
  expect(toStep({ altKey: true, key: 'ø' })).toBeUndefined()
})
