import { expect, test } from 'vitest'
import type { ConversationView } from '@/lib/view/conversation-view'
import { withBotMessage } from './bot-line'

const HELD = {
  owner: 'agent',
  driftAt: '2026-11-21T06:02:00.000Z',
  liveChatAsOf: '2026-11-21T06:02:05.000Z',
} as ConversationView

function messageOf(author: 'bot' | 'member', at: string, receivedAt = at) {
  return { author, sentAt: `2026-11-21T${at}.000Z`, receivedAt: `2026-11-21T${receivedAt}.000Z` }
}

test('a further line of the bot makes what Stella said before it old', () => {
  const messages = [
    messageOf('bot', '06:02:00'),
    messageOf('bot', '06:02:30'),
    messageOf('member', '06:02:31'),
  ]
  expect(withBotMessage(HELD, messages).driftAt).toBe('2026-11-21T06:02:30.000Z')
})

test('what Stella said after it still counts', () => {
  expect(withBotMessage(HELD, [messageOf('bot', '06:02:00')])).toBe(HELD)
  const confirmed = { ...HELD, liveChatAsOf: '2026-11-21T06:02:40.000Z' }
  expect(withBotMessage(confirmed, [messageOf('bot', '06:02:30')])).toBe(confirmed)
})

test('a platform clock ahead of ours counts as the time it came here', () => {
  const confirmed = { ...HELD, liveChatAsOf: '2026-11-21T06:02:40.000Z' }
  expect(withBotMessage(confirmed, [messageOf('bot', '06:09:00', '06:02:30')])).toBe(confirmed)
})

test('where no agent answers, or the bot never spoke against one, nothing changes', () => {
  const bot = { ...HELD, owner: 'bot' } as ConversationView
  expect(withBotMessage(bot, [messageOf('bot', '06:03:00')])).toBe(bot)
  const quiet = { ...HELD, driftAt: undefined }
  expect(withBotMessage(quiet, [messageOf('bot', '06:03:00')])).toBe(quiet)
})
