import { expect, test } from 'vitest'
import { detailWords, kindWords, sizeWords, timeWords } from './event-words'

test('a delivery is called by the reader that knew it, and one that nobody knew says so', () => {
  expect(kindWords({ kind: 'webhook', reading: 'telegram message' })).toBe('telegram message')
  expect(kindWords({ kind: 'webhook' })).toBe('unknown shape')
  expect(kindWords({ kind: 'reply.queued', reading: 'never mind' })).toBe('reply.queued')
})

test('sizes are bytes below a kibibyte', () => {
  expect([0, 1_023, 1_024, 1_536].map(sizeWords)).toEqual([
    '0 bytes',
    '1023 bytes',
    '1.0 KiB',
    '1.5 KiB',
  ])
})

test('what went wrong stands first; what came once is not counted', () => {
  const event = {
    id: 1,
    kind: 'webhook',
    deliveries: 1,
    receivedAt: '2026-11-21T10:00:00Z',
    size: 10,
    outcome: 'quarantined',
  }
  expect(detailWords(event)).toBe('10 bytes')
  expect(detailWords({ ...event, error: 'No text', rule: 'echo', deliveries: 3 })).toBe(
    'No text · rule: echo · received × 3 · 10 bytes',
  )
})

test('an event of today has its second, one of another day its date', () => {
  const iso = new Date(2026, 10, 21, 9, 5, 7).toISOString()
  expect(timeWords(iso, new Date(2026, 10, 21, 23, 59).getTime())).toBe('09:05:07')
  expect(timeWords(iso, new Date(2026, 10, 22, 0, 1).getTime())).toBe('21 Nov 09:05:07')
  // The server that draws the page first knows no day of the reader.
  expect(timeWords(iso, undefined)).toBe('21 Nov 09:05:07')
})
