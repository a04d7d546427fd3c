import { describe, expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import type { ConversationView } from '@/lib/view/conversation-view'
import { toFailedWords, toMark, toPrefix, toShortTime } from './row-words'

const NOW = new Date(2026, 10, 20, 14, 12, 30).getTime()
const MINUTE = 60_000

describe('a row says', () => {
  test('who spoke last, and nothing for the member', () => {
    const ana = { id: 'ana', name: 'Ana' }
    expect(toPrefix(row({ author: 'member' }), 'ana')).toBe('')
    expect(english.say(toPrefix(row({ author: 'bot' }), 'ana'))).toBe('Bot: ')
    expect(toPrefix(row({ author: 'agent', agent: ana }), 'ana')).toBe('You: ')
    expect(toPrefix(row({ author: 'agent', agent: ana }), 'marco')).toBe('Ana: ')
    expect(english.say(toPrefix(row({ author: 'relay' }), 'ana'))).toBe('Relay: ')
  })

  test('how long a member waits for a person: calm, then amber, then red', () => {
    const waiting = (minutes: number) =>
      toMark({ ...row(), owner: 'waiting', ownerSince: ago(minutes) }, NOW)
    expect(waiting(1)).toEqual({ kind: 'waiting', words: '1 min', tone: 'neutral' })
    expect(waiting(4)).toEqual({ kind: 'waiting', words: '4 min', tone: 'wait' })
    expect(waiting(9)).toEqual({ kind: 'waiting', words: '9 min', tone: 'bad' })
  })

  test('how long a member waits for whoever holds the conversation, also once it was read', () => {
    const held = (minutes: number, more: object = {}) =>
      toMark(
        { ...row({ author: 'member' }), owner: 'agent', lastInboundAt: ago(minutes), ...more },
        NOW,
      )
    expect(held(1, { unread: 3 })).toEqual({
      kind: 'unanswered',
      words: '1 min',
      unread: 3,
      tone: 'neutral',
    })
    expect(held(4)).toMatchObject({ words: '4 min', unread: 0, tone: 'wait' })
    expect(held(9)).toMatchObject({ tone: 'bad' })
    expect(held(9, { windowClosesAt: ago(-60) })).toMatchObject({ kind: 'window' })
    expect(toMark({ ...row(), owner: 'bot', unread: 3 }, NOW)).toEqual({ kind: 'bot' })
  })

  test('that replies did not arrive, and how many', () => {
    expect(toFailedWords(row())).toBeUndefined()
    expect(toFailedWords({ ...row(), failedReplies: 1 })).toBe('Not sent')
    expect(toFailedWords({ ...row(), failedReplies: 2 })).toBe('2 not sent')
  })

  test('when the reply window is about to close, and not before', () => {
    const closing = (minutes: number) =>
      toMark({ ...row({ author: 'bot' }), owner: 'agent', windowClosesAt: ago(-minutes) }, NOW)
    expect(closing(130)).toMatchObject({ kind: 'window', words: '2 h 10', tone: 'neutral' })
    expect(closing(119)).toMatchObject({ tone: 'wait' })
    expect(closing(60 * 5)).toBeUndefined()
    expect(closing(-1)).toBeUndefined()
  })

  test('that it is resolved before anything else', () => {
    expect(toMark({ ...row(), status: 'resolved', unread: 2 }, NOW)).toEqual({ kind: 'resolved' })
  })
})

test('a time is as short as it can be without doubt', () => {
  const short = (...parts: [number, number, number, number, number]) =>
    toShortTime(new Date(...parts).toISOString(), NOW, 'en-GB')
  expect(short(2026, 10, 20, 14, 12)).toBe('now')
  expect(short(2026, 10, 20, 9, 5)).toBe('09:05')
  expect(short(2026, 10, 18, 9, 5)).toBe('Wed')
  expect(short(2026, 10, 3, 9, 5)).toBe('3 Nov')
  expect(short(2025, 10, 3, 9, 5)).toBe('3 Nov 2025')
})

function ago(minutes: number): string {
  return new Date(NOW - minutes * MINUTE).toISOString()
}

function row(last: Partial<NonNullable<ConversationView['lastMessage']>> = {}): ConversationView {
  return {
    id: 'roy',
    feed: 1,
    channel: { id: 'shop-hk', name: 'Shop HK', platform: 'whatsapp', authorized: true },
    member: { id: 'member-roy', externalId: '85260903521', name: 'Roy', tags: [] },
    owner: 'unknown',
    liveChat: null,
    status: 'open',
    tags: [],
    unread: 0,
    lastMessage: { author: 'member', kind: 'text', preview: 'Hello', sentAt: ago(1), ...last },
    lastActivityAt: ago(1),
  }
}
