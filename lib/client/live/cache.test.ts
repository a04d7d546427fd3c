import { QueryObserver } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import type { Changes } from '@/lib/view/changes'
import type { MessageView } from '@/lib/view/message-view'
import { createQueryClient } from '../query-client'
import { conversationKeys } from '../query-keys'
import { applyChanges } from './cache'
import { joinFrames } from './newest'
import { rememberChanges } from './recent-changes'

const ROY = conversationKeys.thread('roy')
const EMPTY = { pages: [{ items: [], activities: [], previousCursor: null }], pageParams: [null] }

let client: ReturnType<typeof createQueryClient>

beforeEach(() => {
  client = createQueryClient(() => {})
})

test('a thread that is kept, but was not told its lines, is read anew when it is opened', () => {
  client.setQueryData(ROY, EMPTY)
  applyChanges(client, frame(2, { untold: ['roy'] }), 'ana')
  expect(client.getQueryState(ROY)?.isInvalidated).toBe(true)
})

test('what has to be read anew stays so, whatever the stream puts into it meanwhile', () => {
  client.setQueryData(ROY, EMPTY)
  applyChanges(client, frame(2, { untold: ['roy'] }), 'ana')
  applyChanges(client, frame(3, { messages: [line('later', 3)] }), 'ana')
  expect(client.getQueryState(ROY)?.isInvalidated).toBe(true)
})

test('an open thread that was not told its lines is read at once, and again if lines came meanwhile', async () => {
  const memory = rememberChanges(client, 'ana')
  const answers: (() => void)[] = []
  client.setQueryData(ROY, EMPTY)
  const observer = new QueryObserver(client, {
    queryKey: ROY,
    queryFn: () => new Promise((resolve) => answers.push(() => resolve(EMPTY))),
  })
  const close = observer.subscribe(() => {})
  hear(frame(2, { untold: ['roy'] }))
  await expect.poll(() => answers.length).toBe(1)
  hear(frame(3, { untold: ['roy'] }))
  answers[0]?.()
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.()
  await expect.poll(() => client.getQueryState(ROY)?.fetchStatus).toBe('idle')
  expect(answers).toHaveLength(2)
  expect(client.getQueryState(ROY)?.isInvalidated).toBe(false)
  close()
  memory.forget()

  function hear(changes: Changes) {
    memory.add(changes)
    applyChanges(client, changes, 'ana')
  }
})

test('what arrives in one picture is one update, but never across a gap or a reset', () => {
  const frames = joinFrames([
    { type: 'changes', after: 1, changes: frame(2, { untold: ['roy'] }) },
    { type: 'changes', after: 2, changes: frame(3, { untold: ['mei', 'roy'], replies: true }) },
    { type: 'changes', after: 5, changes: frame(6) },
    { type: 'reset', feed: 9 },
    { type: 'changes', after: 9, changes: { ...frame(10), channelsChanged: true } },
    { type: 'changes', after: 10, changes: frame(11) },
  ])
  expect(
    frames.map((each) => (each.type === 'changes' ? [each.after, each.changes.feed] : each.type)),
  ).toEqual([[1, 3], [5, 6], 'reset', [9, 10], [10, 11]])
  expect(frames[0]).toMatchObject({ changes: { untold: ['roy', 'mei'], replies: true } })
})

function frame(feed: number, more: Partial<Changes> = {}): Changes {
  return { feed, conversations: [], messages: [], activities: [], ...more }
}

function line(id: string, feed: number): MessageView {
  const at = '2026-11-20T10:00:00.000Z'
  return {
    id,
    conversationId: 'roy',
    feed,
    author: 'member',
    kind: 'text',
    content: { type: 'text', text: id },
    sentAt: at,
    receivedAt: at,
    order: id,
    reactions: [],
    media: [],
  }
}
