import { expect, test } from 'vitest'
import type { FullMessage } from '@/lib/domain/message/full-message'
import { toMessageView } from './message-view'

const AT = Date.parse('2026-11-21T06:00:00Z')

const row: FullMessage = {
  id: 'm',
  conversationId: 'c',
  channelId: 'ch',
  author: 'agent',
  agentId: 'ana',
  agentName: 'Ana',
  content: { type: 'image', text: 'Here it is', mediaIds: ['second', 'first'] },
  reply: null,
  context: null,
  platformMessageId: 'p',
  replyToPlatformId: 'q',
  sentAt: AT,
  receivedAt: AT + 1_000,
  eventId: 7,
  place: 0,
  delivery: 'sent',
  error: null,
  attemptedAt: AT,
  nextAttemptAt: null,
  heldUntil: null,
  sendAt: null,
  unlessMemberWrites: false,
  echoed: true,
  echoEventId: 8,
  provisional: false,
  removed: false,
  deletedAt: null,
  createdFeed: 3,
  feed: 4,
  media: ['first', 'second'].map(toFile),
  targetId: 't',
  targetAuthor: 'member',
  targetContent: { type: 'text', text: 'Have you a photo?' },
  targetDeletedAt: null,
  reactions: [{ emoji: '👍', by: 'member', at: '2026-11-21T07:00:00+00:00' }],
}

test('a message in JSON has its times in ISO 8601, its files in their order, and nothing that is only ours', () => {
  expect(JSON.parse(JSON.stringify(toMessageView(row)))).toEqual({
    id: 'm',
    conversationId: 'c',
    feed: 4,
    author: 'agent',
    agent: { id: 'ana', name: 'Ana' },
    kind: 'image',
    text: 'Here it is',
    content: { type: 'image', text: 'Here it is', mediaIds: ['second', 'first'] },
    media: ['second', 'first'].map((id) => ({
      id,
      kind: 'image',
      state: 'stored',
      type: 'image/png',
      size: 9,
      url: `/api/media/${id}`,
    })),
    sentAt: '2026-11-21T06:00:00.000Z',
    receivedAt: '2026-11-21T06:00:01.000Z',
    order: expect.any(String),
    delivery: 'sent',
    attemptedAt: '2026-11-21T06:00:00.000Z',
    platformMessageId: 'p',
    replyTo: {
      platformMessageId: 'q',
      messageId: 't',
      author: 'member',
      preview: 'Have you a photo?',
    },
    reactions: [{ emoji: '👍', author: 'member', at: '2026-11-21T07:00:00.000Z' }],
  })
})

test('of a deleted message nothing leaves the server but that it was there', () => {
  const view = toMessageView({ ...row, deletedAt: AT, targetDeletedAt: AT })
  expect(view).toMatchObject({ deleted: true, kind: 'text', content: { text: '' }, media: [] })
  expect(JSON.stringify(view)).not.toMatch(/Here it is|photo|first/)
})

function toFile(id: string): NonNullable<FullMessage['media']>[number] {
  const unknown = { name: null, width: null, height: null, durationMs: null, peaks: null }
  const stored = { state: 'stored', type: 'image/png', size: 9, blur: null, reason: null } as const
  return { id, kind: 'image', thumbnailSha256: null, ...unknown, ...stored }
}
