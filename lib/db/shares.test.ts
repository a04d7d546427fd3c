import { expect, test } from 'vitest'
import { POOL_SIZE_DEFAULT, POOL_SIZE_MAX, POOL_SIZE_MIN, shareOut } from './shares'

const sum = (shares: object) => Object.values(shares).reduce((total, each) => total + each, 0)

test('as it is, most connections of a web read', () => {
  expect(shareOut(POOL_SIZE_DEFAULT, { role: 'web', webs: 1 })).toEqual({
    reads: 8,
    write: 4,
    background: 1,
    ingest: 3,
  })
  expect(shareOut(POOL_SIZE_DEFAULT, { role: 'worker', webs: 1 })).toEqual({
    reads: 3,
    write: 1,
    background: 4,
    ingest: 0,
  })
})

test('whatever its size, a process that does everything has the whole pool and no share is left out', () => {
  for (let size = POOL_SIZE_MIN; size <= POOL_SIZE_MAX; size += 1) {
    const shares = shareOut(size)
    expect(sum(shares)).toBe(size)
    expect(Math.min(...Object.values(shares))).toBeGreaterThanOrEqual(2)
  }
})

test('the webs and the worker of a machine together stay within the pool, and no web is starved', () => {
  for (let size = POOL_SIZE_MIN; size <= POOL_SIZE_MAX; size += 1)
    for (const webs of [1, 2, 3, 8]) {
      const worker = shareOut(size, { role: 'worker', webs })
      const web = attempt(() => shareOut(size, { role: 'web', webs }))
      if (typeof web === 'string') {
        expect(web).toMatch(/^DATABASE_POOL_SIZE must be at least \d+ for \d webs and a worker\.$/)
        continue
      }
      expect(sum(worker) + webs * sum(web)).toBeLessThanOrEqual(size)
      expect(Math.min(web.reads, web.write, web.ingest)).toBeGreaterThanOrEqual(2)
    }
})

test('the smallest pool is enough for one web and a worker', () => {
  expect(() => shareOut(POOL_SIZE_MIN, { role: 'web', webs: 1 })).not.toThrow()
})

function attempt<Value>(work: () => Value): Value | string {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
