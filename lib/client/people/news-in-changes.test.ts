import { describe, expect, test } from 'vitest'
import { CANCELLED } from '@/lib/domain/reply/reply'
import { reason } from '@/lib/i18n/reason'
import type { Changes } from '@/lib/view/changes'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { newsIn } from './news-in-changes'

const NOW = Date.parse('2026-11-21T06:05:00Z')
const JUST_NOW = '2026-11-21T06:04:59Z'
const ANA = { id: 'ana', name: 'Ana' }
const BEN = { id: 'ben', name: 'Ben' }

describe('a person hears', () => {
  test('who transferred a talk to them', () => {
    const given = conversation({ owner: 'agent', assignee: ANA, ownerWhy: 'assigned' })
    const shown = tell(conversation({ owner: 'agent', assignee: BEN }), given, 'Ben')
    expect(shown).toMatchObject([
      { kind: 'given', title: reason('shell.news.given', { by: 'Ben', member: 'Mei' }) },
    ])
    expect(tell(undefined, given, 'Ben'), 'also of one they had not on screen').toHaveLength(1)
    expect(tell(undefined, { ...given, ownerSince: '2026-11-21T05:00:00Z' }, 'Ben')).toEqual([])
  })

  test('who took a conversation from them, or gave it away', () => {
    const mine = conversation({ owner: 'agent', assignee: ANA })
    const taken = conversation({ owner: 'agent', assignee: BEN, ownerWhy: 'took-over' })
    expect(tell(mine, taken)).toMatchObject([
      { kind: 'taken', title: reason('shell.news.takenOver', { by: 'Ben', member: 'Mei' }) },
    ])
    const queued = conversation({ owner: 'waiting', ownerWhy: 'unassigned' })
    expect(tell(mine, queued, 'Ada')).toMatchObject([
      { title: reason('shell.news.queued', { by: 'Ada', member: 'Mei' }) },
    ])
  })

  test('nothing of what they did themselves, or of what did not change hands', () => {
    const mine = conversation({ owner: 'agent', assignee: ANA, ownerWhy: 'assigned' })
    const bens = conversation({ owner: 'agent', assignee: BEN, ownerWhy: 'assigned' })
    expect(tell(mine, bens, 'Ana')).toEqual([])
    expect(tell(bens, mine, 'Ana')).toEqual([])
    expect(
      tell(undefined, conversation({ owner: 'agent', assignee: ANA, ownerWhy: 'took-over' })),
    ).toEqual([])
    expect(tell(mine, mine, 'Ben')).toEqual([])
    expect(tell(mine, conversation({ owner: 'bot', ownerWhy: 'bot-took-back' }))).toEqual([])
  })

  test('that a reply of theirs did not arrive, however late, and why', () => {
    const failed = reply({ delivery: 'failed', error: 'Message too old.' })
    const shown = newsIn(changes({ messages: [failed] }), ANA, knows(conversation({})), NOW)
    expect(shown).toMatchObject([
      {
        kind: 'not-sent',
        title: reason('shell.news.notSent', { member: 'Mei' }),
        body: 'Message too old.',
      },
    ])
    const others = [
      reply({ delivery: 'sent' }),
      reply({ delivery: 'failed', agent: BEN }),
      reply({ delivery: 'failed', error: CANCELLED }),
    ]
    expect(newsIn(changes({ messages: others }), ANA, knows(conversation({})), NOW)).toEqual([])
  })
})

function tell(before: ConversationView | undefined, after: ConversationView, by?: string) {
  const kind = after.ownerWhy === 'unassigned' ? 'unassigned' : 'assigned'
  const activity = {
    id: 'a',
    at: JUST_NOW,
    order: '1',
    kind,
    detail: by,
    conversationId: 'c',
  } as const
  const frame = changes({ conversations: [after], activities: by ? [activity] : [] })
  return newsIn(frame, ANA, knows(before), NOW)
}

function knows(conversation: ConversationView | undefined) {
  return { conversation: () => conversation }
}

function changes(more: Partial<Changes>): Changes {
  return { feed: 9, conversations: [], messages: [], activities: [], ...more }
}

function conversation(more: Partial<ConversationView>): ConversationView {
  return {
    id: 'c',
    feed: 1,
    channel: { id: 'shop', name: 'Shop HK', platform: 'whatsapp', authorized: true },
    member: { id: 'mei', externalId: '85290000000', name: 'Mei', tags: [] },
    owner: 'bot',
    ownerSince: JUST_NOW,
    liveChat: true,
    status: 'open',
    tags: [],
    unread: 0,
    lastActivityAt: JUST_NOW,
    ...more,
  }
}

function reply(more: Partial<MessageView>): MessageView {
  return {
    id: 'm',
    conversationId: 'c',
    feed: 1,
    author: 'agent',
    agent: ANA,
    kind: 'text',
    content: { type: 'text', text: 'Hi' },
    sentAt: JUST_NOW,
    receivedAt: JUST_NOW,
    order: '1',
    reactions: [],
    media: [],
    ...more,
  }
}
