import { expect, test } from 'vitest'
import { nextOpen } from './next-conversation'

const ROWS = [
  { id: 'a', status: 'open' },
  { id: 'b', status: 'open' },
  { id: 'c', status: 'resolved' },
  { id: 'd', status: 'open' },
] as const

test.each([
  ['a', 'b'],
  ['b', 'd'],
  ['d', 'b'],
  ['not in the list', 'a'],
])('after %s comes %s', (id, next) => {
  expect(nextOpen([...ROWS], id)).toBe(next)
})

test('after the last open one comes nothing', () => {
  expect(nextOpen([{ id: 'a', status: 'open' }], 'a')).toBeUndefined()
  expect(nextOpen([{ id: 'c', status: 'resolved' }], 'c')).toBeUndefined()
})
