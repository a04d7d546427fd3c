import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Changes, MessageView } from '@/lib/domain/conversation'
import { conversationKeys } from './keys'
import type { ThreadData } from './patch'
import { newestOf, rememberChanges } from './recent-changes'

test('a fetch that was answered before a change can’t take the change off the screen', async () => {
  const client = new QueryClient()
  const memory = rememberChanges(client, 'agent-ana')
  const key = conversationKeys.thread('roy')
  let answer: (data: ThreadData) => void = () => undefined
  const fetching = client.fetchQuery({
    queryKey: key,
    queryFn: () => new Promise<ThreadData>((resolve) => (answer = resolve)),
  })

  memory.add(frame(2, [message('hello', 2)]))
  answer({ pages: [{ items: [], activities: [], previousCursor: null }], pageParams: [undefined] })
  await fetching

  expect(client.getQueryData<ThreadData>(key)?.pages[0]?.items.map(({ id }) => id)).toEqual([
    'hello',
  ])
  memory.forget()
})

test('many frames become one, each row in its newest state', () => {
  const frames = [frame(3, [message('a', 3)]), frame(5, [message('a', 5), message('b', 4)])]
  const { feed, messages } = newestOf(frames)
  expect(feed).toBe(5)
  expect(messages.map(({ id, feed: of }) => [id, of])).toEqual([
    ['a', 5],
    ['b', 4],
  ])
})

function frame(feed: number, messages: MessageView[]): Changes {
  return { feed, conversations: [], messages, activities: [] }
}

function message(id: string, feed: number): MessageView {
  return {
    id,
    conversationId: 'roy',
    feed,
    author: 'member',
    kind: 'text',
    text: id,
    content: { type: 'text', text: id },
    sentAt: '2026-11-20T10:00:00.000Z',
    receivedAt: '2026-11-20T10:00:00.000Z',
    order: id,
    reactions: [],
    media: [],
  }
}
