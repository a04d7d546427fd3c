import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Changes } from '@/lib/view/changes'
import type { MessageView } from '@/lib/view/message-view'
import { conversationKeys } from '../query-keys'
import { newestOf } from './newest'
import type { ThreadData } from './patch'
import { rememberChanges } from './recent-changes'

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

test('a fetch that began after a change, or that no change met, has nothing applied to it again', async () => {
  const client = new QueryClient()
  const memory = rememberChanges(client, 'agent-ana')
  for (let feed = 1; feed <= 300; feed++) memory.add(frame(feed, [message(`line ${feed}`, feed)]))
  let patches = 0
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && event.action.manual)
      patches += 1
  })
  const key = conversationKeys.thread('roy')
  const empty = { pages: [{ items: [], activities: [], previousCursor: null }], pageParams: [null] }
  client.setQueryData(key, empty)
  patches = 0
  for (let turn = 0; turn < 5; turn++)
    await client.fetchQuery({
      queryKey: conversationKeys.counts(),
      queryFn: () => turn,
      staleTime: 0,
    })
  await client.fetchQuery({ queryKey: key, queryFn: () => empty, staleTime: 0 })
  expect(patches).toBe(0)
  expect(client.getQueryData<ThreadData>(key)?.pages[0]?.items).toEqual([])
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
