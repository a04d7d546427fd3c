import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { InboxLocation } from '@/lib/client/conversation/location'
import type { ConversationView } from '@/lib/view/conversation-view'
import { conversationOf } from '../../testing-conversation'
import { ConversationRow } from './conversation-row'
import { RowMarkView } from './row-mark'
import type { RowMark } from './row-words'

describe('the list', () => {
  const lastMessage: ConversationView['lastMessage'] = {
    author: 'bot',
    kind: 'text',
    preview: 'See you at nine',
    sentAt: '2026-11-21T09:00:00.000Z',
  }
  const hit = { messageId: 'm7', text: 'the blue teapot, please' }

  describe('a row', () => {
    test('leads to its conversation within the list one is in', () => {
      const html = shown({}, { location: { view: 'waiting', tag: 'vip' } })
      const href = /href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const address = new URL(href, 'https://inbox.test')
      expect(address.pathname).toMatch(/roy$/)
      expect(Object.fromEntries(address.searchParams)).toEqual({ view: 'waiting', tag: 'vip' })
    })

    test('of the open conversation says so to who can’t see its colour', () => {
      expect(shown({}, { isOpen: true })).toContain('aria-current="true"')
      expect(shown({})).not.toContain('aria-current')
    })

    test('shows in a search the words that were found, and outside of it what was said last', () => {
      const found = shown({ lastMessage, hit }, { location: { view: 'all', q: 'teapot' } })
      expect(found).toMatch(/<mark[^>]*>teapot<\/mark>/)
      expect(found).not.toContain('See you at nine')
      const listed = shown({ lastMessage, hit })
      expect(listed).not.toContain('teapot')
      expect(linesIn(listed).join(' ')).toContain('Bot: See you at nine')
    })

    test('of a conversation without words says that there are none', () => {
      expect(shown({})).toContain('No messages yet')
    })

    test('stands out when something is unread, but not while the bot answers', () => {
      expect(shown({ unread: 2 })).toContain('font-bold')
      expect(shown({ unread: 2, owner: 'bot' })).not.toContain('font-bold')
    })

    test('says that replies did not arrive before anything else was said', () => {
      const words = linesIn(shown({ lastMessage, failedReplies: 2 })).join(' ')
      expect(words.indexOf('2 not sent')).toBeGreaterThan(-1)
      expect(words.indexOf('2 not sent')).toBeLessThan(words.indexOf('See you'))
    })

    test('has no time until the reader’s clock is known', () => {
      const now = Date.parse('2026-11-21T09:05:00Z')
      const time = /<time[^>]*>([^<]*)<\/time>/
      expect(time.exec(shown({}))?.[1]).toBe('')
      expect(time.exec(shown({}, { now }))?.[1]).not.toBe('')
    })
  })

  interface Around {
    location?: InboxLocation
    isOpen?: boolean
    now?: number
  }

  function shown(
    more: Partial<ConversationView>,
    { location = { view: 'all' }, isOpen = false, now }: Around = {},
  ): string {
    return markupOf(
      <ConversationRow
        conversation={conversationOf(more)}
        location={location}
        isOpen={isOpen}
        viewerId="ana"
        now={now}
        onApproach={() => undefined}
      />,
    )
  }
})

describe('the mark of a row', () => {
  const read = (mark: RowMark) => linesIn(markupOf(<RowMarkView mark={mark} />)).join(' ')

  test('a bare time says to who hears it what it is the time of', () => {
    expect(read({ kind: 'waiting', ms: 245_000, tone: 'wait' })).toBe('Waiting for an agent: 4m')
    expect(read({ kind: 'window', ms: 7_800_000, tone: 'neutral', left: 0.1 })).toBe(
      'Reply window closes in 2h 10m',
    )
  })

  test('less than a minute is no nought', () => {
    expect(read({ kind: 'waiting', ms: 59_000, tone: 'neutral' })).toBe('Waiting for an agent: now')
    expect(read({ kind: 'window', ms: 59_000, tone: 'wait', left: 0 })).toBe(
      'Reply window closes in under 1m',
    )
  })

  test('unread messages are counted beside the time, and none is no nought', () => {
    const mark = { kind: 'unanswered', ms: 60_000, tone: 'neutral' } as const
    expect(read({ ...mark, unread: 3 })).toContain('3 unread')
    expect(read({ ...mark, unread: 0 })).toBe('Waiting for an answer: 1m')
  })
})
