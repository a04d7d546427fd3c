import { expect, test } from 'vitest'
import type { Changes } from '@/lib/view/changes'
import { newestOf } from './newest'

const frame = (feed: number, given: object): Changes =>
  ({ feed, conversations: [], messages: [], activities: [], ...given }) as unknown as Changes

test('a conversation that went into another one does not come back by an earlier frame that is put in with it', () => {
  const joined = newestOf([
    frame(1, {
      conversations: [
        { id: 'a', feed: 1 },
        { id: 'b', feed: 1 },
      ],
      messages: [{ id: 'm', conversationId: 'a', feed: 1 }],
    }),
    frame(2, { merged: [{ id: 'a', intoId: 'b', channelId: 'c' }] }),
  ])
  expect(joined.conversations.map(({ id }) => id)).toEqual(['b'])
  expect(joined.messages).toEqual([])
  expect(joined.merged).toHaveLength(1)
})
