import { expect, test } from 'vitest'
import type { Changes } from '@/lib/view/changes'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { noticesIn } from './notices'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const JUST = '2026-11-21T11:59:50Z'
const LONG_AGO = '2026-11-21T09:00:00Z'

const conversation = (more: Partial<ConversationView>): ConversationView => ({
  id: 'c',
  feed: 1,
  channel: { id: 'ch', name: 'Shop', platform: 'whatsapp', authorized: true },
  member: { id: 'm', externalId: '852', name: 'Mei', tags: [] },
  owner: 'agent',
  liveChat: true,
  status: 'open',
  tags: [],
  unread: 1,
  lastActivityAt: JUST,
  ...more,
})
const message = (more: Partial<MessageView>): MessageView => ({
  id: 'l',
  conversationId: 'c',
  feed: 1,
  author: 'member',
  kind: 'text',
  text: 'Hello?',
  content: { type: 'text', text: 'Hello?' },
  sentAt: JUST,
  receivedAt: JUST,
  order: '1',
  reactions: [],
  media: [],
  ...more,
})
const frame = (given: Partial<ConversationView>, change?: Partial<MessageView>): Changes => ({
  feed: 1,
  conversations: [conversation(given)],
  messages: change ? [message(change)] : [],
  activities: [],
})
const shown = (changes: Changes, notifyMine = true) =>
  noticesIn(changes, { id: 'ana', settings: { notifyMine } }, NOW).map(({ title }) => title)

const MINE = { assignee: { id: 'ana', name: 'Ana' } }

test('a member’s new line in a conversation of mine is told; other lines and conversations are not', () => {
  expect(shown(frame(MINE, {}))).toEqual(['Mei'])
  expect(shown(frame(MINE, { author: 'bot' }))).toEqual([])
  expect(shown(frame(MINE, { receivedAt: LONG_AGO }))).toEqual([])
  expect(shown(frame({ assignee: { id: 'ben', name: 'Ben' } }, {}))).toEqual([])
})

test('nothing is told that nobody asked for', () => {
  expect(shown(frame(MINE, {}), false)).toEqual([])
})
