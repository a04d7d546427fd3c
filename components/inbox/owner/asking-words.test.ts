import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { createFormats } from '@/lib/i18n/formats'
import { reason } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'
import { askBeforeResolving, askBeforeTaking } from './asking-words'
import { clockAt } from './clock'

const CLOCK = clockAt(Date.parse('2026-11-21T06:05:00Z'), createFormats('en-GB', 'Asia/Hong_Kong'))
const AT = '2026-11-21T06:02:00Z'
const ANA = { id: 'ana', name: 'Ana' }
const BEN = { id: 'ben', name: 'Ben' }
const theirs = { author: 'member', kind: 'text', preview: 'Hi', sentAt: AT } as const

test('a conversation is taken from a colleague only after a question, and from nobody else', () => {
  const ask = (more: Partial<ConversationView>) =>
    askBeforeTaking(conversation(more), ANA.id, CLOCK)
  expect(ask({ owner: 'agent', assignee: BEN, ownerSince: AT })).toEqual({
    title: reason('owner.ask.takeTitle', { name: 'Ben' }),
    words: reason('owner.ask.takeWordsSince', { name: 'Ben', member: 'Roy', moment: '14:02' }),
    action: reason('owner.ask.take'),
  })
  expect(ask({ owner: 'agent', assignee: ANA })).toBeUndefined()
  for (const owner of ['bot', 'waiting', 'unknown'] as const) expect(ask({ owner })).toBeUndefined()
})

test('what nobody answered is resolved only after a question', () => {
  const words = (more: Partial<ConversationView>) => {
    const question = askBeforeResolving(conversation(more), CLOCK)
    return question && english.say(question.words)
  }
  expect(words({ owner: 'waiting', ownerSince: AT })).toBe(
    'Roy has been waiting for an agent for 3 minutes, and nobody has answered.',
  )
  expect(words({ owner: 'waiting', ownerSince: '2026-11-21T06:04:30Z' })).toBe(
    'Roy is waiting for an agent, and nobody has answered.',
  )
  const held = { owner: 'agent', assignee: ANA, lastInboundAt: AT } as const
  expect(words({ ...held, lastMessage: theirs })).toBe(
    'Roy wrote last, 3 minutes ago, and nobody has answered.',
  )
  expect(
    words({ ...held, lastMessage: { ...theirs, author: 'agent', agent: ANA } }),
  ).toBeUndefined()
  expect(words({ owner: 'bot', lastMessage: theirs })).toBeUndefined()
  expect(words({ owner: 'bot', failedReplies: 1 })).toMatch(/^A reply to Roy didn’t arrive\./)
  const heldForUndo = conversation({ ...held, lastMessage: theirs })
  expect(askBeforeResolving(heldForUndo, CLOCK, true), 'an answer is held for undo').toBeUndefined()
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
    lastActivityAt: AT,
    ...more,
  }
}
