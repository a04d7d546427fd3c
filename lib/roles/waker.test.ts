import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Waker } from './waker'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first word is said at once', () => {
  const tell = vi.fn()
  new Waker(tell, 5).wake()
  expect(tell).toHaveBeenCalledTimes(1)
})

test('a storm of deliveries costs one word a pause, and the last of them is told too', () => {
  const tell = vi.fn()
  const waker = new Waker(tell, 5)
  for (let ms = 0; ms < 50; ms += 1) {
    for (let each = 0; each < 100; each += 1) waker.wake()
    vi.advanceTimersByTime(1)
  }
  expect(tell.mock.calls.length).toBeLessThanOrEqual(11)
  const said = tell.mock.calls.length
  waker.wake()
  vi.advanceTimersByTime(5)
  expect(tell.mock.calls.length).toBeGreaterThan(said)
})

test('after a pause without deliveries nothing is said', () => {
  const tell = vi.fn()
  new Waker(tell, 5).wake()
  vi.advanceTimersByTime(100)
  expect(tell).toHaveBeenCalledTimes(1)
})
