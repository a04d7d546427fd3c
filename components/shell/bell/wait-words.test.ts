import { expect, test } from 'vitest'
import { waitWords } from './wait-words'

test('who begins to wait is named while they are two, and counted after', () => {
  expect(waitWords(['Roy'])).toBe('Roy waits for a person')
  expect(waitWords(['Roy', 'Mei'])).toBe('Roy and Mei wait for a person')
  expect(waitWords(['Roy', 'Mei', 'Lou', 'Kim'])).toBe('Roy and 3 others wait for a person')
})
