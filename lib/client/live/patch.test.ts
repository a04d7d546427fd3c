import { describe, expect, test } from 'vitest'
import { DELETED_PREVIEW } from '@/lib/domain/message/content'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import type { ThreadPage } from '@/lib/view/page-view'
import {
  belongsTo,
  type ListData,
  newestFeed,
  type ThreadData,
  withActivity,
  withConversation,
  withMessage,
  withScheduled,
} from './patch'

const ANA = { id: 'agent-ana', name: 'Ana' }
const MARCO = { id: 'agent-marco', name: 'Marco' }

describe('a view shows', () => {
  const roy = conversation('roy', '10:00', { owner: 'agent', assignee: ANA })

  test('mine: what I own, not what a colleague owns', () => {
    expect(belongsTo('mine', roy, ANA.id)).toBe(true)
    expect(belongsTo('mine', roy, MARCO.id)).toBe(false)
  })

  test('waiting and bot: by owner; a resolved one only under all', () => {
    const waiting = conversation('mei', '10:00', { owner: 'waiting' })
    const resolved = { ...waiting, status: 'resolved' as const }
    expect(belongsTo('waiting', waiting, ANA.id)).toBe(true)
    expect(belongsTo('bot', waiting, ANA.id)).toBe(false)
    expect(belongsTo('bot', { ...waiting, owner: 'bot' }, ANA.id)).toBe(true)
    expect(belongsTo('bot', { ...waiting, owner: 'unknown' }, ANA.id)).toBe(true)
    expect(belongsTo('waiting', resolved, ANA.id)).toBe(false)
    expect(belongsTo('all', resolved, ANA.id)).toBe(true)
  })
})

describe('a list', () => {
  const filter = { view: 'all' } as const
  const loaded = list([[conversation('roy', '10:02'), conversation('mei', '10:01')]])

  test('moves a conversation with new activity to the top, once', () => {
    const next = withConversation(loaded, filter, conversation('mei', '10:03', { feed: 2 }), ANA.id)
    expect(names(next)).toEqual(['mei', 'roy'])
  })

  test('adds one it has not seen, in its place', () => {
    const next = withConversation(loaded, filter, conversation('lin', '10:01:30'), ANA.id)
    expect(names(next)).toEqual(['roy', 'lin', 'mei'])
  })

  test('leaves one that belongs below the last page to that page', () => {
    const open = list([[conversation('roy', '10:02')]], 'more')
    expect(names(withConversation(open, filter, conversation('old', '09:00'), ANA.id))).toEqual([
      'roy',
    ])
    expect(names(withConversation(loaded, filter, conversation('old', '09:00'), ANA.id))).toEqual([
      'roy',
      'mei',
      'old',
    ])
  })

  test('never goes back to an older state', () => {
    const now = list([[conversation('roy', '10:02', { feed: 9, unread: 3 })]])
    expect(withConversation(now, filter, conversation('roy', '10:01', { feed: 8 }), ANA.id)).toBe(
      now,
    )
  })

  test('drops a conversation that left its view', () => {
    const waiting = list([[conversation('mei', '10:01', { owner: 'waiting' })]])
    const taken = conversation('mei', '10:02', { owner: 'agent', assignee: ANA, feed: 2 })
    expect(names(withConversation(waiting, { view: 'waiting' }, taken, ANA.id))).toEqual([])
  })

  test('of the waiting has who waits longest first, and nobody moves by writing again', () => {
    const wait = (id: string, ownerSince: string, more: object = {}) =>
      conversation(id, ownerSince, { owner: 'waiting', ownerSince, ...more })
    const waiting = list([[wait('mei', '10:01'), wait('roy', '10:02')]])
    const filter = { view: 'waiting' } as const
    const nags = wait('roy', '10:02', { lastActivityAt: '10:09', feed: 2 })
    expect(names(withConversation(waiting, filter, nags, ANA.id))).toEqual(['mei', 'roy'])
    const lin = wait('lin', '10:03')
    expect(names(withConversation(waiting, filter, lin, ANA.id))).toEqual(['mei', 'roy', 'lin'])
    const newest = list([[wait('roy', '10:02'), wait('mei', '10:01')]])
    const asked = withConversation(newest, { ...filter, newest: true }, lin, ANA.id)
    expect(names(asked)).toEqual(['lin', 'roy', 'mei'])
  })

  test('takes no rows of another channel, and none a search would not have found', () => {
    const lin = conversation('lin', '10:05')
    const find = (more: object) =>
      names(withConversation(loaded, { ...filter, ...more }, lin, ANA.id))
    expect(find({ channel: 'shop-tw' })).not.toContain('lin')
    expect(find({ q: 'roy' })).not.toContain('lin')
    expect(find({ q: 'LIN' })).toContain('lin')
  })

  test('keeps a row that the server found by its text', () => {
    const next = withConversation(
      loaded,
      { ...filter, q: 'refund' },
      conversation('mei', '10:03', { feed: 2 }),
      ANA.id,
    )
    expect(names(next)).toEqual(['mei', 'roy'])
  })
})

describe('a thread', () => {
  const newest = page([message('c', '3'), message('d', '4')], 'older')
  const older = page([message('a', '1'), message('b', '2')])

  test('puts a new line at the end of the newest page', () => {
    expect(ids(withMessage(thread([newest, older]), message('e', '5')))).toEqual([
      ['c', 'd', 'e'],
      ['a', 'b'],
    ])
  })

  test('puts a late line where its time says', () => {
    expect(ids(withMessage(thread([newest, older]), message('late', '15')))).toEqual([
      ['c', 'd'],
      ['a', 'late', 'b'],
    ])
  })

  test('waits with a line older than what is loaded until that page comes', () => {
    const data = thread([newest])
    expect(withMessage(data, message('a', '1'))).toBe(data)
  })

  test('shows the newer state of a line and ignores the older one', () => {
    const sent = message('d', '4', { feed: 7, delivery: 'sent' })
    const data = withMessage(thread([newest]), sent)
    expect(data.pages[0]?.items[1]?.delivery).toBe('sent')
    expect(withMessage(data, message('d', '4', { feed: 6, delivery: 'queued' }))).toBe(data)
    expect(newestFeed(data)).toBe(7)
  })

  test('moves a line whose time was corrected instead of showing it twice', () => {
    const moved = message('d', '15', { feed: 2 })
    expect(ids(withMessage(thread([newest, older]), moved))).toEqual([['c'], ['a', 'd', 'b']])
  })

  test('takes the first line of an empty conversation', () => {
    expect(ids(withMessage(thread([page([])]), message('a', '1')))).toEqual([['a']])
  })

  test('a quote shows what the quoted line says now, and of a deleted one nothing', () => {
    const quoting = (preview: string) =>
      message('answer', '6', { replyTo: { platformMessageId: 'w', messageId: 'a', preview } })
    const data = thread([page([quoting('a')]), page([message('a', '1')])])
    const gone = { text: undefined, content: { type: 'text', text: '' }, deleted: true } as const
    const after = withMessage(data, message('a', '1', { feed: 2, ...gone }))
    expect(JSON.stringify(after.pages[0])).not.toContain('"preview":"a"')
    expect(after.pages[0]?.items[0]?.replyTo?.preview).toEqual(DELETED_PREVIEW)
    // An older state of it that comes late changes nothing back.
    expect(withMessage(after, message('a', '1'))).toBe(after)
  })

  test('shows an activity once', () => {
    const took = { id: 'x', at: at('10:00'), order: '35', kind: 'took-over' as const, agent: ANA }
    const data = withActivity(thread([newest]), took)
    expect(data.pages[0]?.activities).toHaveLength(1)
    expect(withActivity(data, took)).toEqual(data)
    const changed = { ...took, kind: 'handed-back' } as const
    expect(withActivity(data, changed).pages[0]?.activities).toEqual([changed])
  })
})

function at(time: string): string {
  return `2026-11-20T${time.length === 5 ? `${time}:00` : time}.000Z`
}

describe('scheduled replies', () => {
  const later = message('later', '', { feed: 3, sendAt: at('12:00') })
  const soon = message('soon', '', { feed: 4, sendAt: at('11:00') })
  const both = withScheduled([later], soon)

  test('stand soonest first, and move with their time', () => {
    expect(both.map(({ id }) => id)).toEqual(['soon', 'later'])
    const moved = withScheduled(both, { ...soon, feed: 5, sendAt: at('13:00') })
    expect(moved.map(({ id }) => id)).toEqual(['later', 'soon'])
  })

  test('leave when they are due or taken back; older news and other messages change nothing', () => {
    expect(withScheduled(both, { ...soon, feed: 5, sendAt: undefined })).toEqual([later])
    expect(withScheduled(both, { ...soon, feed: 5, removed: true })).toEqual([later])
    expect(withScheduled(both, { ...soon, feed: 2, sendAt: undefined })).toBe(both)
    expect(withScheduled(both, message('other', ''))).toBe(both)
  })
})

function conversation(
  name: string,
  time: string,
  more: Partial<ConversationView> = {},
): ConversationView {
  return {
    id: name,
    feed: 1,
    channel: { id: 'shop-hk', name: 'Shop HK', platform: 'whatsapp', authorized: true },
    member: { id: `member-${name}`, externalId: '85260903521', name, tags: [] },
    owner: 'bot',
    liveChat: false,
    status: 'open',
    tags: [],
    unread: 0,
    lastActivityAt: at(time),
    ...more,
  }
}

function message(id: string, order: string, more: Partial<MessageView> = {}): MessageView {
  return {
    id,
    conversationId: 'roy',
    feed: 1,
    author: 'member',
    kind: 'text',
    text: id,
    content: { type: 'text', text: id },
    sentAt: at('10:00'),
    receivedAt: at('10:00'),
    order,
    reactions: [],
    media: [],
    ...more,
  }
}

function page(items: MessageView[], previousCursor: string | null = null): ThreadPage {
  return { items, activities: [], previousCursor }
}

function thread(pages: ThreadPage[]): ThreadData {
  return { pages, pageParams: pages.map(() => undefined) }
}

function list(pages: ConversationView[][], nextCursor: string | null = null): ListData {
  return {
    pages: pages.map((items) => ({ items, nextCursor })),
    pageParams: pages.map(() => undefined),
  }
}

function names(data: ListData): string[] {
  return data.pages.flatMap((p) => p.items.map((item) => item.member.name))
}

function ids(data: ThreadData): string[][] {
  return data.pages.map((p) => p.items.map((item) => item.id))
}
