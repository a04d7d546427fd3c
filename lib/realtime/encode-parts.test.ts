import { expect, test } from 'vitest'
import type { Changes } from '@/lib/view/changes'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { encodeParts } from './encode-parts'

const ANA = 'ana'

const frame: Changes = {
  feed: 9,
  conversations: [conversation('roy'), conversation('mei', ANA), conversation('lin')],
  messages: [
    line('hello', 'roy'),
    line('hi', 'mei'),
    line('bounced', 'lin', {
      author: 'agent',
      agent: { id: ANA, name: 'Ana' },
      delivery: 'failed',
    }),
    line('sent', 'lin', { author: 'agent', agent: { id: ANA, name: 'Ana' }, delivery: 'sent' }),
  ],
  activities: [],
}

test('a browser gets the lines of what it shows, and is told of which conversations it got none', () => {
  const part = told({ agentId: 'ben', shown: new Set(['roy']) })
  expect(part.messages.map(({ id }) => id)).toEqual(['hello'])
  expect(part.untold).toEqual(['mei', 'lin'])
  expect(part.conversations).toHaveLength(3)
})

test('what a person is told of wherever they are comes along: lines of theirs, and replies that did not arrive', () => {
  const part = told({ agentId: ANA, shown: new Set() })
  expect(part.messages.map(({ id }) => id)).toEqual(['hi', 'bounced'])
  expect(part.untold).toEqual(['roy', 'lin'])
  expect(part.replies).toBe(true)
})

test('who gave a conversation to whom is told to everybody', () => {
  const activity = { id: 'a', at: '', order: '', conversationId: 'roy' }
  const activities = [
    { ...activity, kind: 'assigned' as const },
    { ...activity, id: 'b', kind: 'resolved' as const },
  ]
  const part = told({ agentId: ANA, shown: new Set() }, { ...frame, messages: [], activities })
  expect(part.activities.map(({ kind }) => kind)).toEqual(['assigned'])
  expect(part.untold).toEqual(['roy'])
})

test('a browser that names nothing gets every line, as one that was loaded before there was a choice', () => {
  const part = told({ agentId: ANA })
  expect(part.messages).toHaveLength(4)
  expect(part.untold).toBeUndefined()
})

test('who is to have the same is written the same, once', () => {
  const encode = encodeParts(frame, undefined)
  const first = encode({ agentId: 'ben', shown: new Set(['nobody']) })
  expect(encode({ agentId: 'cid', shown: new Set() })).toBe(first)
  expect(encode({ agentId: 'ben', shown: new Set(['roy']) })).not.toBe(first)
})

test('of what a person may not see nothing is named, not even that it was left out', () => {
  const channelOf = new Map([
    ['roy', 'shop'],
    ['mei', 'other'],
    ['lin', 'other'],
  ])
  const reader = { agentId: 'ben', shown: new Set<string>(), channels: new Set(['shop']) }
  const part = JSON.parse(dataOf(encodeParts(frame, channelOf)(reader)))
  expect(part.untold).toEqual(['roy'])
  expect(part.replies).toBeUndefined()
})

function told(reader: Parameters<ReturnType<typeof encodeParts>>[0], changes = frame): Changes {
  return JSON.parse(dataOf(encodeParts(changes, undefined)(reader)))
}

function dataOf(bytes: Uint8Array): string {
  return /^data: (.*)$/m.exec(new TextDecoder().decode(bytes))?.[1] ?? ''
}

function conversation(id: string, assigneeId?: string): ConversationView {
  const assignee = assigneeId ? { id: assigneeId, name: 'Ana' } : undefined
  return { id, feed: 9, assignee } as ConversationView
}

function line(id: string, conversationId: string, more: Partial<MessageView> = {}): MessageView {
  return { id, conversationId, feed: 9, author: 'member', ...more } as MessageView
}
