import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { LocalMessage } from '@/lib/client/message/bubble'
import type { Content } from '@/lib/domain/message/content'
import type { MessageContext } from '@/lib/domain/message/message-context'
import { messageOf } from '../testing-conversation'
import { markupInThread } from '../testing-thread'
import { ContextCard } from './cards/context-card'
import { SafeLink } from './cards/safe-link'
import { MessageContent } from './message-content'

describe('what a message says', () => {
  describe('a message shows', () => {
    test('nothing of what it said once it was deleted, and by whom', () => {
      const secret = { type: 'text', text: 'my password' } as const
      const theirs = shown(secret, { deleted: true, author: 'member' })
      expect(linesIn(theirs)).toEqual(['The member deleted this message'])
      const ours = shown(secret, { deleted: true, author: 'agent' })
      expect(linesIn(ours)).toEqual(['This message was deleted'])
    })

    test('a place by name and numbers, and asks no map service for it', () => {
      const html = shown({
        type: 'location',
        latitude: 22.2819,
        longitude: 114.1589,
        name: 'Shop HK',
        address: 'Queen’s Road',
      })
      expect(linesIn(html)).toEqual(['Shop HK', 'Queen’s Road', '22.28190, 114.15890', 'Open map'])
      expect(html).not.toMatch(/<(?:img|iframe)/)
    })

    test('a contact card with all its numbers, also where it has no name', () => {
      const contacts = [
        { name: 'Mei', phones: ['+852 9123 0001'], emails: ['mei@shop.test'] },
        { name: ' ', phones: [], emails: [] },
      ]
      expect(linesIn(shown({ type: 'contacts', contacts }))).toEqual([
        'Mei',
        '+852 9123 0001',
        'mei@shop.test',
        'No name',
      ])
    })

    test('every card of a carousel below the other, with its address and its buttons', () => {
      const cards = [
        { title: 'Tea', text: 'Hot', url: 'https://shop.test/tea', choices: ['Order'] },
        { title: 'Coffee', url: 'javascript:alert(1)', choices: [] },
      ]
      const html = shown({ type: 'cards', cards })
      expect(linesIn(html)).toEqual([
        'Tea',
        'Hot',
        'https://shop.test/tea',
        'Order',
        'Coffee',
        'javascript:alert(1)',
      ])
      expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
        'https://shop.test/tea',
      ])
    })

    test('an approved message by its wording, or by its name and values where that is not ours', () => {
      const template = {
        type: 'template',
        name: 'parcel',
        language: 'en',
        values: ['Mei'],
      } as const
      expect(linesIn(shown({ ...template, values: [...template.values] }))).toEqual([
        'Template',
        'parcel (en)',
        'Mei',
      ])
      const worded = { ...template, values: ['Mei'], text: 'Hello Mei' }
      expect(linesIn(shown(worded))).toEqual(['Template', 'parcel (en)', 'Hello Mei'])
    })

    test('only its pictures in the grid; a document and a place stand below it', () => {
      const picture = { kind: 'image', state: 'stored', type: 'image/png', url: '/media' } as const
      const pdf = { ...picture, kind: 'file', type: 'application/pdf', name: 'menu.pdf' } as const
      const media = [
        { ...picture, id: 'a' },
        { ...pdf, id: 'b' },
        { ...picture, id: 'c' },
      ]
      const place = { type: 'location' as const, latitude: 22.28, longitude: 114.15, name: 'Pier' }
      const content = { type: 'image' as const, mediaIds: ['a', 'b', 'c'], also: [place] }
      const html = shown(content, { media })
      const tiles = [...html.matchAll(/aria-label="Open image"/g)].map(({ index }) => index)
      expect(tiles).toHaveLength(2)
      // In the grid it would stand where it was sent, between the pictures.
      expect(html.indexOf('menu.pdf')).toBeGreaterThan(tiles[1] ?? Infinity)
      expect(linesIn(html)[0]).toBe('PDFmenu.pdfSize unknown')
      expect(linesIn(html)[1]).toBe('Pier')
    })

    test('what nobody knows by the platform’s word for it, with the way to its bytes', () => {
      expect(linesIn(shown({ type: 'unknown', label: 'hologram' }))).toEqual([
        'Unsupported message',
        'The platform calls it “hologram”.',
        'View raw',
      ])
    })
  })

  describe('what the member tapped has a tick that is read aloud', () => {
    const ticked = />?<svg[^>]*aria-label="Chosen:"[^>]*>.*?<\/svg>([^<]+)/

    test('under a text', () => {
      const html = shown({ type: 'text', text: 'Coming?', choices: ['Yes', 'No'] }, {}, 'No')
      expect(ticked.exec(html)?.[1]).toBe('No')
    })

    test('in a list', () => {
      const sections = [{ title: 'Branches', rows: [{ title: 'Central' }, { title: 'Mong Kok' }] }]
      const list = { type: 'list', text: 'Which?', button: 'Choose', sections } as const
      const html = shown({ ...list, sections }, {}, 'Central')
      expect(ticked.exec(html)?.[1]).toBe('Central')
      expect(shown({ ...list, sections })).not.toContain('Chosen:')
    })
  })

  function shown(content: Content, more: Partial<LocalMessage> = {}, chosen?: string): string {
    const message = messageOf({ author: 'bot', kind: content.type, content, ...more })
    return markupInThread(<MessageContent message={message} chosen={chosen} />)
  }
})

describe('what stands around it', () => {
  const read = (context: MessageContext) => linesIn(markupOf(<ContextCard context={context} />))

  test('in a group it is said first who of them wrote', () => {
    expect(read({ sender: 'Mei', forwarded: 'often' })).toEqual(['Mei', 'Forwarded many times'])
  })

  test('a member who came by an ad brings what they saw there', () => {
    const referral = { kind: 'ad', title: 'Summer sale', url: 'https://shop.test/sale' } as const
    expect(read({ referral })).toEqual(['Came by an ad', 'Summer sale', 'https://shop.test/sale'])
  })

  test('an answer to a story is told from a mention in one', () => {
    expect(read({ story: { kind: 'mention' } })).toEqual(['Mentioned you in a story'])
    expect(read({ story: { kind: 'reply' } })).toEqual(['Answers your story'])
  })

  test('where nothing stands around the words, nothing is shown', () => {
    expect(read({})).toEqual([])
  })
})

describe('an address in a card', () => {
  test('an address of the web opens in a tab of its own that knows nothing of ours', () => {
    const html = markupOf(<SafeLink url="https://shop.test/menu?a=1" />)
    expect(html).toContain('href="https://shop.test/menu?a=1"')
    expect(html).toContain('target="_blank" rel="noopener noreferrer"')
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'not an address',
  ])('%s leads nowhere, and is read as it came', (url) => {
    const html = markupOf(<SafeLink url={url} />)
    expect(html).not.toContain('<a')
    expect(html).toContain(`>${url}<`)
  })
})
