import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Slots } from './slots'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('who stands in line gets a place in turn, and all places come back', async () => {
  const slots = new Slots(1)
  expect(await slots.take(100)).toBe(100)
  const order: string[] = []
  const waiting = ['a', 'b'].map((name) => slots.take(100).then(() => order.push(name)))
  slots.give(true)
  slots.give(true)
  await Promise.all(waiting)
  expect(order).toEqual(['a', 'b'])
  slots.give(true)
  expect(await slots.take(100)).toBe(100)
})

test('a line that moves is waited for, one that stands still is not', async () => {
  const slots = new Slots(1)
  await slots.take(100)
  let answer: unknown = 'waiting'
  slots.take(100).then(() => slots.take(100).then((left) => (answer = left)))
  await vi.advanceTimersByTimeAsync(80)
  // The first in line is served; the second begins to wait as it asks.
  slots.give(true)
  await vi.advanceTimersByTimeAsync(90)
  expect(answer).toBe('waiting')
  await vi.advanceTimersByTimeAsync(20)
  expect(answer).toBeUndefined()
})

test('patience begins anew when somebody else got something done, and not when they gave up', async () => {
  const slots = new Slots(2)
  await slots.take(100)
  await slots.take(100)
  const ends: unknown[] = []
  for (let index = 0; index < 3; index++) slots.take(100).then((left) => ends.push(left))
  await vi.advanceTimersByTimeAsync(90)
  slots.give(true)
  await vi.advanceTimersByTimeAsync(90)
  expect(ends).toEqual([100])
  slots.give(false)
  await vi.advanceTimersByTimeAsync(11)
  expect(ends).toEqual([100, 10, undefined])
})
