import { expect, test } from 'vitest'
import type { Author } from '@/lib/domain/message/author'
import type { MessageView } from '@/lib/view/message-view'
import { findUnreadFrom } from './unread-from'

const THREAD = [
  messageOf('a', 'member'),
  messageOf('b', 'member'),
  messageOf('c', 'bot'),
  messageOf('d', 'member'),
]

test("unread counts the member's lines, whatever stands between them", () => {
  expect(findUnreadFrom(THREAD, 2)).toBe('b')
  expect(findUnreadFrom(THREAD, 1)).toBe('d')
})

test('with nothing unread there is no divider', () => {
  expect(findUnreadFrom(THREAD, 0)).toBeUndefined()
})

test('a divider that would stand above what is loaded is left out', () => {
  expect(findUnreadFrom(THREAD, 4)).toBeUndefined()
})

function messageOf(id: string, author: Author): MessageView {
  const at = '2026-11-21T10:00:00Z'
  return {
    id,
    conversationId: 'roy',
    feed: 1,
    author,
    kind: 'text',
    content: { type: 'text', text: 'Hello' },
    sentAt: at,
    receivedAt: at,
    order: id,
    reactions: [],
    media: [],
  }
}
