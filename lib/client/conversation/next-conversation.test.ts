import { expect, test } from 'vitest'
import { nextOpen, rowBeside } from './next-conversation'

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

test('J and K walk the rows one by one and stop at the ends', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }))
  expect(rowBeside(rows, 'a', 1)).toEqual({ id: 'b', index: 1 })
  expect(rowBeside(rows, 'b', -1)).toEqual({ id: 'a', index: 0 })
  expect(rowBeside(rows, 'c', 1)).toEqual({ id: 'c', index: 2 })
  expect(rowBeside(rows, 'a', -1)).toEqual({ id: 'a', index: 0 })
})

test('from nowhere, or from a conversation that is not in this list, they begin at its top', () => {
  const rows = [{ id: 'a' }, { id: 'b' }]
  expect(rowBeside(rows, undefined, 1)?.id).toBe('a')
  expect(rowBeside(rows, 'elsewhere', -1)?.id).toBe('a')
  expect(rowBeside([], 'elsewhere', 1)).toBeUndefined()
})
