import { expect, test } from 'vitest'
import { toPlayTime, toSize, toSizeAtMost, toSpan } from './measures'

const MB = 1024 * 1024

test.each([
  [-5_000, 'now'],
  [59_999, 'now'],
  [180_000, '3 min'],
  [7_500_000, '2 h 05'],
  [24 * 3_600_000, '24 h 00'],
  [4 * 86_400_000, '4 d'],
])('%i ms reads as %s', (ms, words) => {
  expect(toSpan(ms)).toBe(words)
})

test.each([
  [48_000, '48 s'],
  [125_000, '2 min 05 s'],
  [7_500_000, '2 h 05'],
])('where seconds count %i ms reads as %s', (ms, words) => {
  expect(toSpan(ms, 'seconds')).toBe(words)
})

test.each([
  [42_000, '0:42'],
  [725_400, '12:05'],
])('a recording of %i ms reads as %s', (ms, words) => {
  expect(toPlayTime(ms)).toBe(words)
})

test.each([
  [0, '0 B'],
  [512, '512 B'],
  [86_016, '84 KB'],
  [MB, '1 MB'],
  [1_468_006, '1.4 MB'],
  [25 * MB, '25 MB'],
  [1.5 * 1024 * MB, '1.5 GB'],
])('%i bytes read as %s', (bytes, words) => {
  expect(toSize(bytes)).toBe(words)
})

test('what is over a limit by a byte reads as more than the limit', () => {
  expect([5 * MB, 5 * MB + 1, 17 * MB].map(toSizeAtMost)).toEqual(['5 MB', '5.1 MB', '17 MB'])
})
