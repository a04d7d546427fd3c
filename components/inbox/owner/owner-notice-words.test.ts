import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { createFormats } from '@/lib/i18n/formats'
import type { ConversationView } from '@/lib/view/conversation-view'
import { clockAt } from './clock'
import { toOwnerNotice } from './owner-notice-words'

const CLOCK = clockAt(Date.parse('2026-11-21T06:05:00Z'), createFormats('en-GB', 'Asia/Hong_Kong'))
const ANA = { id: 'ana', name: 'Ana' }
const AT = '2026-11-21T06:02:00Z'
const HELD = { owner: 'agent', liveChat: true, assignee: ANA, ownerSince: AT } as const

test.each([
  [{ owner: 'bot', ownerWhy: 'handed-back' }, undefined],
  [HELD, undefined],
  [{ ...HELD, driftAt: AT }, /bot wrote \(14:02\) although you’re answering\. Asking Stella/],
  [
    { ...HELD, driftAt: AT, liveChatAsOf: '2026-11-21T06:03:00Z' },
    /Live chat is on in Stella, so you’re still answering\.$/,
  ],
  [{ ...HELD, assignee: { id: 'ben', name: 'Ben' }, driftAt: AT }, /although Ben is answering/],
  [
    { owner: 'bot', ownerWhy: 'bot-took-back', ownerSince: AT },
    /turned off in Stella \(14:02\), so the bot is answering again/,
  ],
  [{ owner: 'bot', ownerWhy: 'agent-idle', ownerSince: AT }, /Nobody answered in time/],
  [
    { owner: 'waiting', ownerWhy: 'member-asked', botProblem: 'No scope.' },
    /bot is still answering.*No scope\./,
  ],
] as const)('%o tells %s', (facts, words) => {
  const notice = toOwnerNotice(conversation(facts), ANA.id, CLOCK)
  if (words) expect(notice && english.say(notice.words)).toMatch(words)
  else expect(notice).toBeUndefined()
})

test('what was dismissed stays away, and what happens next is told again', () => {
  const keyOf = (driftAt: string) =>
    toOwnerNotice(conversation({ ...HELD, driftAt, liveChatAsOf: CLOCK_LATER }), ANA.id, CLOCK)?.key
  expect(keyOf(AT)).toBe(keyOf(AT))
  expect(keyOf(AT)).not.toBe(keyOf('2026-11-21T06:04:00Z'))
})

const CLOCK_LATER = '2026-11-21T06:04:30Z'

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
    lastActivityAt: AT,
    ...more,
  }
}
