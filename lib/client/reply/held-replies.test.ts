import { expect, test } from 'vitest'
import type { MessageView } from '@/lib/view/message-view'
import { newestHeld } from './held-replies'

const heldUntil = '2026-11-21T10:00:05Z'

test('the newest of several held replies is the one that is taken back', () => {
  const messages = [reply('one', { heldUntil }), reply('two', { heldUntil }), reply('three', {})]
  expect(newestHeld(messages, 'ana')?.id).toBe('two')
})

test('nobody takes back what a colleague wrote', () => {
  const messages = [reply('one', { heldUntil, agent: { id: 'marco', name: 'Marco' } })]
  expect(newestHeld(messages, 'ana')).toBeUndefined()
})

test('what has left is held no more', () => {
  expect(newestHeld([reply('one', { heldUntil, delivery: 'sent' })], 'ana')).toBeUndefined()
})

function reply(id: string, more: Partial<MessageView>): MessageView {
  const at = '2026-11-21T10:00:00Z'
  return {
    id,
    conversationId: 'roy',
    feed: 1,
    author: 'agent',
    agent: { id: 'ana', name: 'Ana' },
    kind: 'text',
    content: { type: 'text', text: 'Hello' },
    sentAt: at,
    receivedAt: at,
    order: at,
    reactions: [],
    media: [],
    delivery: 'queued',
    ...more,
  }
}
