import { describe, expect, test } from 'vitest'
import { replyFactsOf } from '@/lib/client/reply/reply-facts-of'
import { unfilledBecause } from '@/lib/domain/reply/canned-reply'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { replyBlockedBecause } from '@/lib/domain/reply/reply'
import { kindRefusedBecause } from '@/lib/domain/reply/sendable'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ANA, conversationOf } from '../testing-conversation'
import { extraBlockedBecause, toComposed } from './composed'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const LONG = 'We are open every day. '.repeat(400)

describe('what stands in the composer', () => {
  test('goes as one message, just as it was written', () => {
    expect(compose({ text: '  See you at nine.\n' })).toEqual({ texts: ['  See you at nine.\n'] })
  })

  test('goes as several messages where it is too long for one', () => {
    const { texts, reason } = compose({ text: LONG })
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.join(' ')).toBe(LONG.trim())
    expect(reason).toBeUndefined()
  })

  test('can be files alone, and then sends no empty words', () => {
    expect(compose({ text: ' \n', files: 2 })).toEqual({ texts: [] })
  })

  test('can be files with words', () => {
    expect(compose({ text: 'The menu', files: 1 }).texts).toEqual(['The menu'])
  })

  test('is not sent while it is empty', () => {
    const empty = { type: 'text', text: '' } as const
    expect(compose({ text: '' }).reason).toBeDefined()
    expect(compose({ text: '' }).reason).toEqual(refusedBecause('whatsapp', empty))
  })
})

describe('it waits', () => {
  const open = 'Hello {{member.name}}'

  test('for a variable that nobody has filled, in a short text and in a long one', () => {
    expect(compose({ text: open }).reason).toEqual(unfilledBecause(open))
    expect(compose({ text: `${LONG}${open}` }).reason).toEqual(unfilledBecause(open))
  })

  test('for its files before its words', () => {
    const { reason, textProblem } = compose({ text: open, files: 1, filesProblem: 'Uploading…' })
    expect(reason).toBe('Uploading…')
    expect(textProblem).toEqual(unfilledBecause(open))
  })

  test('for the right to reply before everything else', () => {
    const bot = conversationOf({ owner: 'bot', assignee: undefined })
    const { blocked, reason } = compose({ text: open, filesProblem: 'Uploading…' }, bot)
    expect(blocked).toBeDefined()
    expect(blocked).toEqual(replyBlockedBecause(replyFactsOf(bot), ANA.id, NOW))
    expect(reason).toEqual(blocked)
  })
})

describe('beside text', () => {
  test('what the platform does not know says so, also to whom may reply', () => {
    expect(extraBlockedBecause(conversationOf(), ANA.id, NOW, 'location')).toBeUndefined()
    const blocked = extraBlockedBecause(conversationOf(), ANA.id, NOW, 'carousel')
    expect(blocked).toBeDefined()
    expect(blocked).toEqual(kindRefusedBecause('whatsapp', 'carousel'))
  })

  test('a template may go when the reply window has closed, and nothing else', () => {
    const closed = conversationOf({ windowClosesAt: '2026-11-21T09:30:00Z' })
    expect(extraBlockedBecause(closed, ANA.id, NOW, 'template')).toBeUndefined()
    const blocked = extraBlockedBecause(closed, ANA.id, NOW, 'location')
    expect(blocked).toBeDefined()
    expect(blocked).toEqual(replyBlockedBecause(replyFactsOf(closed), ANA.id, NOW, 'location'))
  })
})

function compose(
  given: { text: string; files?: number; filesProblem?: string },
  conversation: ConversationView = conversationOf(),
) {
  return toComposed({ conversation, viewerId: ANA.id, now: NOW, files: 0, ...given })
}
