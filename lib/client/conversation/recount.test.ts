import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConversationView } from '@/lib/view/conversation-view'
import { watchCounts } from './recount'

const page = Object.assign(new EventTarget(), { hidden: false })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', page)
  page.hidden = false
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function counted() {
  const recount = vi.fn()
  return { recount, watch: watchCounts(recount) }
}

function conversation(id: string, owner: ConversationView['owner'], unread = 0) {
  return { id, owner, unread, status: 'open', channel: { id: 'shop' } } as ConversationView
}

test('lines in conversations that stay where they are ask for no counters', async () => {
  const { watch, recount } = counted()
  watch.add([conversation('roy', 'bot')])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(recount).toHaveBeenCalledTimes(1)
  for (let second = 0; second < 60; second++) {
    watch.add([conversation('roy', 'bot', second)])
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(recount).toHaveBeenCalledTimes(1)
})

test('a conversation that moves is counted within a second; where conversations move all the time, every five', async () => {
  const { watch, recount } = counted()
  watch.add([conversation('roy', 'bot')])
  await vi.advanceTimersByTimeAsync(60_000)
  recount.mockClear()
  watch.add([conversation('roy', 'waiting')])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(recount).toHaveBeenCalledTimes(1)
  recount.mockClear()
  for (let second = 0; second < 60; second++) {
    watch.add([
      conversation('roy', second % 2 ? 'bot' : 'waiting'),
      conversation(`new ${second}`, 'bot'),
    ])
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(recount.mock.calls.length).toBeGreaterThan(8)
  expect(recount.mock.calls.length).toBeLessThan(15)
  // The last change is counted too.
  recount.mockClear()
  watch.add([conversation('roy', 'agent')])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(recount).toHaveBeenCalledTimes(1)
})

test('a hidden page counts once, when it is looked at', async () => {
  const { watch, recount } = counted()
  page.hidden = true
  for (let second = 0; second < 60; second++) {
    watch.add([conversation(`new ${second}`, 'bot')])
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(recount).not.toHaveBeenCalled()
  page.hidden = false
  page.dispatchEvent(new Event('visibilitychange'))
  expect(recount).toHaveBeenCalledTimes(1)
})

test('after a gap what was known counts for nothing', async () => {
  const { watch, recount } = counted()
  watch.add([conversation('roy', 'bot')])
  await vi.advanceTimersByTimeAsync(60_000)
  watch.forget()
  watch.add([conversation('roy', 'bot')])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(recount).toHaveBeenCalledTimes(2)
  watch.add([conversation('roy', 'waiting')])
  watch.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(recount).toHaveBeenCalledTimes(2)
})
