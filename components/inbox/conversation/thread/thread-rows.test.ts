import { describe, expect, test } from 'vitest'
import type { LocalMessage } from '@/lib/client/message/bubble'
import type { Author } from '@/lib/domain/message/author'
import type { ActivityView } from '@/lib/view/activity-view'
import { type Row, toRows } from './thread-rows'

const WHOLE = { timeZone: 'Europe/Berlin', complete: true }

describe('groups', () => {
  test('lines of one sender within three minutes stand together', () => {
    const rows = toRows(
      [messageBy('member', '10:00:00'), messageBy('member', '10:02:59')],
      [],
      WHOLE,
    )
    expect(outline(rows)).toEqual(['day', 'first', 'last'])
  })

  test('after three minutes the same sender starts anew', () => {
    const rows = toRows(
      [messageBy('member', '10:00:00'), messageBy('member', '10:03:00')],
      [],
      WHOLE,
    )
    expect(outline(rows)).toEqual(['day', 'alone', 'alone'])
  })

  test('two agents never share a group', () => {
    const rows = toRows(
      [
        messageBy('agent', '10:00:00', { agent: ANA }),
        messageBy('agent', '10:00:10', { agent: MARCO }),
      ],
      [],
      WHOLE,
    )
    expect(outline(rows)).toEqual(['day', 'alone', 'alone'])
  })

  test('a change of owner between two lines parts them', () => {
    const rows = toRows(
      [messageBy('member', '10:00:00'), messageBy('member', '10:01:00')],
      [did('took-over', '10:00:30')],
      WHOLE,
    )
    expect(outline(rows)).toEqual(['day', 'alone', 'activities 1', 'alone'])
  })

  test('loading older lines changes nothing about the rows that were on screen', () => {
    const newer = [messageBy('member', '10:01:00'), messageBy('member', '10:02:00')]
    const before = toRows(newer, [], { ...WHOLE, complete: false })
    const after = toRows([messageBy('member', '10:00:00'), ...newer], [], {
      ...WHOLE,
      complete: false,
      edges: [newer[0]?.id ?? ''],
    })
    expect(after.slice(-2)).toEqual(before)
  })
})

describe('day headings', () => {
  test('a heading stands between two days of the agent, also over the night the clocks change', () => {
    const rows = toRows(
      [
        messageBy('member', '', { sentAt: '2026-03-28T22:59:00Z' }),
        messageBy('member', '', { sentAt: '2026-03-28T23:00:00Z' }),
        messageBy('member', '', { sentAt: '2026-03-29T21:59:00Z' }),
        messageBy('member', '', { sentAt: '2026-03-29T22:00:00Z' }),
      ],
      [],
      WHOLE,
    )
    expect(rows.flatMap((row) => (row.type === 'day' ? [row.day] : []))).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })

  test('where older lines are not loaded, no heading claims that the day starts here', () => {
    const rows = toRows([messageBy('member', '10:00:00')], [], { ...WHOLE, complete: false })
    expect(outline(rows)).toEqual(['alone'])
  })
})

test('the unread divider stands before the first unread line', () => {
  const unread = messageBy('member', '10:01:00')
  const rows = toRows([messageBy('member', '10:00:00'), unread], [], {
    ...WHOLE,
    unreadFrom: unread.id,
  })
  expect(outline(rows)).toEqual(['day', 'alone', 'divider', 'alone'])
})

test('activities in a row become one row, in their place', () => {
  const rows = toRows(
    [messageBy('bot', '10:00:00'), messageBy('agent', '10:05:00')],
    [did('bot-asked', '10:01:00'), did('took-over', '10:02:00')],
    WHOLE,
  )
  expect(outline(rows)).toEqual(['day', 'alone', 'activities 2', 'alone'])
})

test('activities of a part that is not loaded stay out of sight', () => {
  const rows = toRows([messageBy('member', '10:05:00')], [did('resolved', '10:00:00')], {
    ...WHOLE,
    complete: false,
  })
  expect(outline(rows)).toEqual(['alone'])
})

const ANA = { id: 'ana', name: 'Ana' }
const MARCO = { id: 'marco', name: 'Marco' }

let lines = 0

function messageBy(author: Author, time: string, more: Partial<LocalMessage> = {}): LocalMessage {
  const sentAt = more.sentAt ?? `2026-11-21T${time}Z`
  return {
    id: `m${++lines}`,
    conversationId: 'roy',
    feed: lines,
    author,
    kind: 'text',
    text: 'Hello',
    content: { type: 'text', text: 'Hello' },
    receivedAt: sentAt,
    order: sentAt,
    reactions: [],
    media: [],
    ...more,
    sentAt,
  }
}

function did(kind: ActivityView['kind'], time: string): ActivityView {
  const at = `2026-11-21T${time}Z`
  return { id: `a${++lines}`, at, order: at, kind }
}

function outline(rows: Row[]): string[] {
  return rows.map((row) => {
    if (row.type === 'activities') return `activities ${row.activities.length}`
    if (row.type !== 'message') return row.type
    if (row.first && row.last) return 'alone'
    return row.first ? 'first' : row.last ? 'last' : 'middle'
  })
}
