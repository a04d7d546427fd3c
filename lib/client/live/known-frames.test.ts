import { expect, test } from 'vitest'
import { toChanges } from './known-frames'
import { isKnownFrame } from './live-stream'

test('what a tab of another build relays is taken only where this page knows it', () => {
  expect(isKnownFrame({ type: 'reset', feed: 3 })).toBe(true)
  for (const data of [{ type: 'of a later build', feed: 3 }, { feed: 3 }, 'hello', undefined, null])
    expect(isKnownFrame(data)).toBe(false)
})

test('an older server’s frame has every list this page reads, and a newer one’s more does no harm', () => {
  expect(toChanges({ feed: 3 })).toEqual({
    feed: 3,
    conversations: [],
    messages: [],
    activities: [],
  })
  const newer = { feed: 4, messages: [], later: ['what this page does not know'] }
  expect(toChanges(newer)).toMatchObject({ feed: 4, messages: [] })
})
