import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { createFormats } from '@/lib/i18n/formats'
import type { ConversationView } from '@/lib/view/conversation-view'
import { clockAt } from './clock'
import { toOwnerLine } from './owner-line'

const CLOCK = clockAt(Date.parse('2026-11-21T06:05:00Z'), createFormats('en-GB', 'Asia/Hong_Kong'))
const ANA = { id: 'ana', name: 'Ana' }
const SINCE = '2026-11-21T06:02:00Z'

test.each([
  [{ owner: 'bot' }, 'Bot is answering', 'take-over'],
  [{ owner: 'waiting', ownerSince: SINCE }, 'Waiting for an agent · 3m', 'take-over'],
  [{ owner: 'agent', assignee: ANA, ownerSince: SINCE }, 'You, since 14:02', 'hand-back'],
  [
    { owner: 'agent', assignee: { id: 'ben', name: 'Ben' }, ownerSince: SINCE },
    'Ben, since 14:02',
    'take-over',
  ],
  [
    { owner: 'agent', assignee: ANA, driftAt: SINCE },
    'The bot wrote while you’re answering',
    'hand-back',
  ],
  [
    { owner: 'agent', assignee: ANA, driftAt: SINCE, liveChatAsOf: '2026-11-21T06:03:00Z' },
    'You’re answering',
    'hand-back',
  ],
  [{ owner: 'unknown' }, 'Asking Stella who’s answering…', undefined],
  [{ status: 'resolved', owner: 'agent', assignee: ANA }, 'Resolved', 'hand-back'],
  [{ status: 'resolved', owner: 'waiting', ownerSince: SINCE }, 'Resolved', 'take-over'],
  [{ status: 'resolved', owner: 'bot' }, 'Resolved', 'take-over'],
] as const)('%o reads as %s, and Ana can %s', (facts, words, action) => {
  const line = toOwnerLine(conversation(facts), ANA.id, CLOCK)
  expect(english.say(line.words)).toBe(words)
  expect(line.action).toBe(action)
})

test("another agent's conversation never offers to hand it back", () => {
  const facts = { owner: 'agent', assignee: { id: 'ben', name: 'Ben' }, driftAt: SINCE } as const
  expect(toOwnerLine(conversation(facts), ANA.id, CLOCK).action).toBe('take-over')
})

test('outside the opening hours whoever should answer reads that it is closed; the bot never rests', () => {
  const openingHours = { timeZone: 'UTC', spans: [{ day: 1, from: '09:00', to: '18:00' }] }
  const channel = { ...conversation({}).channel, openingHours }
  const waiting = conversation({ owner: 'waiting', ownerSince: SINCE, channel })
  const { words, short } = toOwnerLine(waiting, ANA.id, CLOCK)
  expect(english.say(words)).toBe('Waiting for an agent · 3m · closed')
  expect(english.say(short)).toBe('Waiting · 3m · closed')
  const bot = conversation({ owner: 'bot', channel })
  expect(english.say(toOwnerLine(bot, ANA.id, CLOCK).words)).toBe('Bot is answering')
})

function conversation(more: Partial<ConversationView>): ConversationView {
  return {
    id: 'c',
    feed: 1,
    channel: { id: 'shop', name: 'Shop HK', platform: 'whatsapp', authorized: true },
    member: { id: 'roy', externalId: '85260903521', name: 'Roy', tags: [] },
    owner: 'bot',
    liveChat: false,
    status: 'open',
    tags: [],
    unread: 0,
    lastActivityAt: SINCE,
    ...more,
  }
}
