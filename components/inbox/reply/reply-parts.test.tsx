import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { MessageView } from '@/lib/view/message-view'
import { messageOf } from '../testing-conversation'
import { BlockedNotice } from './blocked-notice'
import { CannedList } from './canned/canned-list'
import { CharacterCount } from './character-count'
import { ConflictNotice } from './conflict-notice'

describe('the count of characters', () => {
  const read = (text: string, platform: 'whatsapp' | 'instagram') =>
    linesIn(markupOf(<CharacterCount text={text} platform={platform} />))

  test('nobody is counted down while there is much room', () => {
    expect(read('a'.repeat(1_500), 'whatsapp')).toEqual([])
  })

  test('near the limit it is counted, and beyond it said that it is too long', () => {
    expect(read('a'.repeat(1_900), 'whatsapp')).toEqual(['1,900 / 2,000 characters'])
    expect(read('a'.repeat(2_100), 'whatsapp')).toEqual([
      '2,100 / 2,000 characters, too long for one message',
    ])
  })

  test('where the platform counts bytes, so does it: 300 Chinese characters are 900', () => {
    expect(read('好'.repeat(300), 'instagram')).toEqual(['900 / 1,000 bytes'])
  })
})

describe('a composer that is blocked', () => {
  const run = () => undefined

  test('who may not reply reads why, and finds the way out right there', () => {
    const taken = <BlockedNotice reason="The bot is answering." onTakeOver={run} pending={false} />
    expect(linesIn(markupOf(taken))).toEqual(['The bot is answering.', 'Take over T'])
    const closed = (
      <BlockedNotice reason="The window has closed." onTemplate={run} pending={false} />
    )
    expect(linesIn(markupOf(closed))).toEqual(['The window has closed.', 'Send a template'])
  })

  test('where nothing helps, nothing is offered', () => {
    const html = markupOf(<BlockedNotice reason="It is disconnected." pending={false} />)
    expect(html).not.toContain('<button')
  })
})

describe('a reply that was not sent', () => {
  test('who wrote past news reads them, and what would be sent in spite of them', () => {
    expect(read([wrote('a', 'Wait, not Friday')])).toEqual([
      '1 new message since you started',
      'Roy:Wait, not Friday',
      'Your reply, not sent yet',
      'Friday it is.',
      'Review first',
      'Send anyway',
    ])
  })

  test('of many only the newest are shown, and all are counted', () => {
    const lines = read(['1', '2', '3', '4', '5', '6'].map((id) => wrote(id, `Line ${id}`)))
    expect(lines[0]).toBe('6 new messages since you started')
    expect(lines.slice(1, 5)).toEqual(['Roy:Line 3', 'Roy:Line 4', 'Roy:Line 5', 'Roy:Line 6'])
  })

  test('a reply that was refused for another reason can’t be sent as it is', () => {
    expect(read([])).toEqual(['Not sent. Take over to reply.', 'Keep the text'])
  })

  function read(missed: MessageView[]): string[] {
    const html = markupOf(
      <ConflictNotice
        reason="Take over to reply."
        missed={missed}
        replies={[{ type: 'text', text: 'Friday it is.' }]}
        memberName="Roy"
        onSendAnyway={() => undefined}
        onKeep={() => undefined}
      />,
    )
    return linesIn(html)
  }

  function wrote(id: string, text: string): MessageView {
    return messageOf({ id, text, content: { type: 'text', text } })
  }
})

describe('the canned replies on offer', () => {
  const hours = {
    id: 'hours',
    title: 'Hours',
    folder: 'Shop',
    texts: [
      { language: 'en', text: 'We open at nine.' },
      { language: 'zh-HK', text: '我們九點開門。' },
    ],
  }
  const bye = { id: 'bye', title: 'Bye', folder: '', texts: [{ language: 'en', text: 'Bye!' }] }
  const list = {
    isOpen: true,
    isLoading: false,
    error: null,
    search: 'h',
    found: [hours, bye],
    index: 1,
    isHeld: false,
    pick: () => undefined,
    locale: 'zh-HK',
  }

  test('the marked reply is told to who can’t see the mark', () => {
    const html = markupOf(<CannedList {...list} />)
    expect(linesIn(html)[0]).toBe('Bye, 2 of 2. Press Enter to insert.')
    expect([...html.matchAll(/aria-selected="(\w+)"/g)].map(([, is]) => is)).toEqual([
      'false',
      'true',
    ])
  })

  test('a reply is shown in the language of the member, where it has that', () => {
    const lines = linesIn(markupOf(<CannedList {...list} />))
    expect(lines).toContain('我們九點開門。')
    expect(lines).toContain('Bye!')
  })

  test('a text that looks like a name is held back, and how to send it is said at once', () => {
    const html = markupOf(<CannedList {...list} found={[]} search="hors" isHeld />)
    expect(html).toContain('role="alert"')
    expect(linesIn(html)).toEqual([
      'No canned replies match “hors”.',
      expect.stringContaining('Send again to send “/hors” as it is.'),
    ])
  })

  test('without a slash nothing stands over the box', () => {
    expect(markupOf(<CannedList {...list} isOpen={false} />)).toBe('')
  })
})
