import { expect, test } from 'vitest'
import { toPlaces } from './caption-keys'

test('Alt with an arrow moves the file among the others', () => {
  expect(toPlaces({ altKey: true, key: 'ArrowUp' })).toBe(-1)
  expect(toPlaces({ altKey: true, key: 'ArrowDown' })).toBe(1)
})

test('arrows alone, and letters with Alt, stay in the caption', () => {
  expect(toPlaces({ altKey: false, key: 'ArrowUp' })).toBeUndefined()
  expect(toPlaces({ altKey: true, key: 'ArrowLeft' })).toBeUndefined()
  expect(toPlaces({ altKey: true, key: 'ø' })).toBeUndefined()
})
