import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { follow } from './follow'
import { startFollowing } from './start-following'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const begin = (() => () => {}) as typeof follow

test('code that could not be fetched is asked for again, and until then the page says that it is not live', async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue({ follow: begin })
  const start = vi.fn(() => () => {})
  const onAway = vi.fn()
  startFollowing(start, onAway, load)
  await vi.advanceTimersByTimeAsync(0)
  expect(onAway).toHaveBeenCalledOnce()
  expect(start).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(start).toHaveBeenCalledExactlyOnceWith(begin)
})

test('who left before it came follows nothing, and who leaves later ends it', async () => {
  const load = async () => ({ follow: begin })
  const start = vi.fn(() => () => {})
  startFollowing(start, vi.fn(), load)()
  await vi.advanceTimersByTimeAsync(0)
  expect(start).not.toHaveBeenCalled()
  const end = vi.fn()
  const leave = startFollowing(() => end, vi.fn(), load)
  await vi.advanceTimersByTimeAsync(0)
  leave()
  expect(end).toHaveBeenCalledOnce()
})
