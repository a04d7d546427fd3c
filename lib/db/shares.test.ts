import { expect, test } from 'vitest'
import { POOL_SIZE_MAX, POOL_SIZE_MIN, shareOut } from './shares'

test('as it is, most connections read', () => {
  expect(shareOut()).toEqual({ reads: 8, write: 6, background: 4, ingest: 3 })
})

test('whatever its size, the shares are the whole pool and none is left out', () => {
  for (let size = POOL_SIZE_MIN; size <= POOL_SIZE_MAX; size += 1) {
    const shares = Object.values(shareOut(size))
    expect(shares.reduce((sum, each) => sum + each, 0)).toBe(size)
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(2)
  }
})
