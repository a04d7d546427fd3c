import { beforeEach, expect, test, vi } from 'vitest'
import type { ConversationView } from '@/lib/view/conversation-view'
import { takeUnrung, waitingKey } from './ringing'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})

test('each waiting rings once, in whichever tab of the browser', () => {
  const waiting = [waits('a', '10:00'), waits('b', '10:01')]
  expect(takeUnrung(waiting, new Set())).toEqual(waiting)
  expect(takeUnrung(waiting, new Set())).toEqual([])
})

test('who waits again later is rung for again', () => {
  takeUnrung([waits('a', '10:00')], new Set())
  expect(takeUnrung([waits('a', '11:00')], new Set())).toHaveLength(1)
})

test('who waited when the page opened is not rung for', () => {
  const before = waits('a', '10:00')
  expect(takeUnrung([before], new Set([waitingKey(before)]))).toEqual([])
})

test('a store that is full, or holds something else, costs no ring', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => '{"not":"a list"}',
    setItem: () => {
      throw new Error('full')
    },
  })
  expect(takeUnrung([waits('a', '10:00')], new Set())).toHaveLength(1)
})

function waits(id: string, clock: string): ConversationView {
  return {
    id,
    feed: 1,
    channel: { id: 'shop', name: 'Shop HK', platform: 'whatsapp', authorized: true },
    member: { id: 'roy', externalId: '85260903521', name: 'Roy', tags: [] },
    owner: 'waiting',
    ownerSince: `2026-11-21T${clock}:00Z`,
    liveChat: true,
    status: 'open',
    tags: [],
    unread: 0,
    lastActivityAt: `2026-11-21T${clock}:00Z`,
  }
}
