import { expect, test } from 'vitest'
import { toPlayTime } from './measures'

test.each([
  [42_000, '0:42'],
  [725_400, '12:05'],
])('a recording of %i ms reads as %s', (ms, words) => {
  expect(toPlayTime(ms)).toBe(words)
})
