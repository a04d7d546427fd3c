import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveredSeconds, type Sight, TWIN_SECONDS_MAX } from './sightings'

test('a normalized sight is covered by a raw one of the same second, however many there are', () => {
  expect(covered([0, 0, 0], [0])).toEqual([0])
})

test('of the raw sights of one second only one is taken by its normalized one', () => {
  expect(covered([0, 0], [0, 7])).toEqual([0, 7])
  expect(covered([0], [0, 7])).toEqual([0])
  expect(covered([7], [0, 7])).toEqual([7])
})

test('clocks may differ by five minutes to either side, and not by a second more', () => {
  for (const side of [-1, 1]) {
    expect(covered([1_000], [1_000 + side * TWIN_SECONDS_MAX])).toHaveLength(1)
    expect(covered([1_000], [1_000 + side * (TWIN_SECONDS_MAX + 1)])).toHaveLength(0)
  }
})

test('a chain of clocks that are late by the same seconds is covered to its end', () => {
  const raws = Array.from({ length: 60 }, (_, index) => index * 7)
  expect(
    covered(
      raws,
      raws.map((second) => second + 7),
    ),
  ).toHaveLength(60)
})

test('as many are covered as can be, whatever stands around them, and none by a raw sight twice', () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 1_200 }), { maxLength: 7 })
  fc.assert(
    fc.property(
      seconds,
      fc.uniqueArray(fc.integer({ min: 0, max: 1_200 }), { maxLength: 7 }),
      (raws, seen) => {
        const result = covered(raws, seen)
        expect(result).toHaveLength(mostPairs(raws, seen))
        for (const second of seen.filter((each) => raws.includes(each)))
          expect(result).toContain(second)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('the order in which sights stand changes nothing', () => {
  const sights = sightsOf([0, 0, 7, 300], [0, 7, 290, 600])
  const expected = [...coveredSeconds(sights)].sort()
  expect([...coveredSeconds(sights.toReversed())].sort()).toEqual(expected)
})

function covered(raws: number[], normalized: number[]): number[] {
  return [...coveredSeconds(sightsOf(raws, normalized))].sort((a, b) => a - b)
}

function sightsOf(raws: number[], normalized: number[]): Sight[] {
  return [
    ...raws.map((second, index) => ({ source: 'raw' as const, second, ref: `raw-${index}` })),
    ...normalized.map((second) => ({ source: 'normalized' as const, second, ref: '' })),
  ]
}

/** By trying everything: the first one stays alone, or goes with any raw one it may go with. */
function mostPairs(raws: number[], [first, ...rest]: number[]): number {
  if (first === undefined) return 0
  const withFirst = raws.flatMap((raw, index) =>
    Math.abs(raw - first) <= TWIN_SECONDS_MAX
      ? [1 + mostPairs(raws.toSpliced(index, 1), rest)]
      : [],
  )
  return Math.max(mostPairs(raws, rest), ...withFirst)
}
