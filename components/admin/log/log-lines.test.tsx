import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { Replay } from '@/lib/domain/log/replay'
import type { AuditEntryView } from '@/lib/view/audit-view'
import type { EventView } from '@/lib/view/event-view'
import { AuditLine } from './audit/audit-line'
import { EventRow } from './event-row'
import { ReplayAnswer } from './replay-answer'

describe('the answer to a replay', () => {
  const replay: Replay = {
    dryRun: true,
    events: [
      { id: 7, before: 'quarantined', after: 'message' },
      { id: 8, before: 'quarantined', after: 'quarantined', error: 'No text' },
    ],
    changed: { messages: 1, conversations: 1 },
  }
  const read = (more: Partial<Replay>) =>
    linesIn(markupOf(<ReplayAnswer replay={{ ...replay, ...more }} />))

  test('of a dry run says that nothing was changed, and what would be', () => {
    expect(read({})[0]).toBe(
      'Dry run: nothing was changed. 1 of 2 events would get another outcome. 1 message and 1 conversation would change.',
    )
  })

  test('of a real one says what was done', () => {
    const [words] = read({ dryRun: false })
    expect(words).toMatch(/^Replayed\. 1 of 2 events got another outcome\..* changed\.$/)
  })

  test('tells of an event that stays unread what is wrong with it', () => {
    expect(read({})).toContain('#8QuarantinedQuarantinedNo text')
  })

  test('lists a hundred events, and says that there are more', () => {
    const event = { before: 'quarantined', after: 'message' }
    const events = Array.from({ length: 101 }, (_, id) => ({ id, ...event }))
    const lines = read({ events })
    expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(100)
    expect(lines.at(-1)).toBe('1 more event')
    expect(read({ events: events.slice(1) }).at(-1)).not.toBe('1 more event')
  })
})

describe('an act in the audit', () => {
  const entry: AuditEntryView = {
    id: 1,
    at: '2026-11-21T10:00:00Z',
    kind: 'channel.configured',
    words: 'changed the settings',
  }
  const html = (more: Partial<AuditEntryView>) =>
    markupOf(<AuditLine entry={{ ...entry, ...more }} />)

  test('that nobody is named with is the command line’s, or the inbox did it by itself', () => {
    expect(html({})).toContain('Command line')
    expect(html({ kind: 'connection.paused' })).toContain('The inbox')
    expect(html({ who: { id: 'ana', name: 'Ana', email: 'ana@shop.test' } })).toContain('Ana')
  })

  test('leads to the conversation it was done in', () => {
    expect(html({ conversation: { id: 'roy', member: 'Roy' } })).toMatch(
      /href="[^"]*roy"[^>]*>Roy</,
    )
    expect(html({})).not.toContain('href')
  })
})

test('an event leads to all of it, and back to the same list', () => {
  const event: EventView = {
    id: 7,
    kind: 'webhook',
    deliveries: 1,
    receivedAt: '2026-11-21T10:00:00Z',
    size: 2_048,
    outcome: 'quarantined',
  }
  const html = markupOf(<EventRow event={event} search="?outcome=quarantined" channelName="Shop" />)
  expect(html).toMatch(/href="[^"]*7\?outcome=quarantined"/)
  expect(html).toContain('Shop · 2 kB')
})
