import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { Author } from '@/lib/domain/message/author'
import type { ActivityView } from '@/lib/view/activity-view'
import { ANA, messageOf } from '../testing-conversation'
import { markupInThread } from '../testing-thread'
import { ActivityLines } from './activity-lines'
import { PassportHop } from './passport-hop'
import { Quote } from './quote'
import { Reactions } from './reactions'
import { SenderLabel } from './sender-label'

describe('the label of a sender', () => {
  const label = (author: Author, agent?: typeof ANA) =>
    linesIn(markupOf(<SenderLabel message={messageOf({ author, agent })} viewerId="ana" />))

  test('a colleague is named, and nobody is told what they wrote themselves', () => {
    expect(label('agent', { id: 'marco', name: 'Marco' })).toEqual(['Marco'])
    expect(label('agent', ANA)).toEqual([])
  })

  test('the member stands on their own side and needs no label', () => {
    expect(label('member')).toEqual([])
  })

  test('what no person of this inbox wrote says whose it is', () => {
    expect(label('bot')).toEqual(['Bot'])
    expect(label('agent')).toEqual(['Automatic'])
    expect(label('phone')).toEqual(['Phone app'])
    expect(label('api')).toEqual(['API'])
  })
})

describe('a quote', () => {
  const platformMessageId = 'wamid.1'

  test('a quote names whose words it has, and leads to them', () => {
    const replyTo = {
      platformMessageId,
      messageId: 'm1',
      preview: 'See you',
      author: 'member',
    } as const
    const html = markupInThread(<Quote replyTo={replyTo} />)
    expect(linesIn(html)).toEqual(['RoySee you'])
    expect(html).toContain('aria-label="Go to the quoted message: See you"')
  })

  test('a quote of what never came here says so, and leads nowhere', () => {
    const html = markupInThread(<Quote replyTo={{ platformMessageId, preview: 'See you' }} />)
    expect(linesIn(html)).toEqual(['Original message not available'])
    expect(html).not.toContain('<button')
  })
})

describe('reactions', () => {
  test('an emoji says whose it is, for who points at it', () => {
    const at = '2026-11-21T10:00:00Z'
    const html = markupInThread(
      <Reactions
        reactions={[
          { emoji: '👍', author: 'member', at },
          { emoji: '🙏', author: 'agent', at },
        ]}
      />,
    )
    const titles = [...html.matchAll(/title="([^",]+)/g)].map(([, whose]) => whose)
    expect(titles).toEqual(['Roy', 'Your team'])
  })

  test('a bubble without any has no empty list under it', () => {
    expect(markupInThread(<Reactions reactions={[]} />)).toBe('')
  })
})

describe('events between messages', () => {
  test('a few events stand in one line, each with its time', () => {
    const html = shown([did('took-over', '09:00'), did('resolved', '09:30')])
    const text = linesIn(html).join(' ')
    expect(text).toMatch(/You.*09:00.*You.*09:30/)
    expect(text).not.toContain('changes')
  })

  test('a long run folds to its last event, and says how many there are', () => {
    const run = ['09:00', '09:01', '09:02', '09:03'].map((time) => did('took-over', time))
    const html = shown(run)
    expect(linesIn(html)[0]).toBe('4 changes')
    expect(html).toContain('09:03')
    expect(html).not.toContain('09:02')
  })

  test('what somebody unfolded stays open', () => {
    const run = ['09:00', '09:01', '09:02', '09:03'].map((time) => did('took-over', time))
    expect(shown(run, true)).toContain('09:00')
  })

  function shown(activities: ActivityView[], open = false): string {
    return markupInThread(<ActivityLines id="run" activities={activities} />, {
      isUnfolded: () => open,
    })
  }

  function did(kind: ActivityView['kind'], time: string): ActivityView {
    const at = `2026-11-21T${time}:00Z`
    return { id: time, at, order: at, kind, agent: ANA }
  }
})

describe('a step of a message', () => {
  const hop = {
    at: '2026-11-21T10:00:00Z',
    source: 'Webhook',
    text: 'Stella delivered it',
    more: ['telegram'],
    eventId: 7,
  }
  const bytes = (raw: string | undefined, open = false) =>
    markupOf(<PassportHop hop={{ ...hop, raw }} open={open} />)

  test('it says what happened, when, and who tells of it', () => {
    expect(linesIn(bytes(undefined))).toEqual([
      'Stella delivered it · telegram',
      '21 Nov 2026, 10:00:00 · Webhook · event 7',
    ])
  })

  test('JSON is indented for reading', () => {
    expect(bytes('{"a":1}')).toContain('{\n  &quot;a&quot;: 1\n}')
  })

  test('bytes that are no JSON stand as they came', () => {
    expect(bytes('a=1&b=2')).toContain('>a=1&amp;b=2</pre>')
  })

  test('a step without bytes offers none to unfold', () => {
    expect(bytes(undefined)).not.toContain('<details')
    expect(bytes('{}', true)).toContain('<details open=""')
  })
})
