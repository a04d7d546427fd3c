import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { type Reason, reason } from '@/lib/i18n/reason'
import { PLATFORMS } from '../channel/channel'
import { refusedBecause } from './refusal'
import type { PostedContent } from './reply-content'
import { replyContentSchema } from './schema/reply-content-schema'
import { kindRefusedBecause, SENDABLE } from './sendable'

const said = (refused: Reason | undefined) => refused && english.say(refused)

const answers = (count: number, title = 'Answer') =>
  Array.from({ length: count }, (_, place) => ({ title: `${title} ${place}`, payload: undefined }))

function buttons(count: number, more: object = {}): PostedContent {
  const given = answers(count).map((answer) => ({ type: 'answer' as const, ...answer }))
  const around = { header: undefined, footer: undefined }
  return { type: 'buttons', ...around, text: 'Which one?', buttons: given, ...more }
}

function list(rows: number, more: object = {}): PostedContent {
  const given = answers(rows, 'Row').map((row) => ({ ...row, text: undefined }))
  return {
    type: 'list',
    text: 'Pick',
    button: 'Open',
    sections: [{ title: undefined, rows: given }],
    ...more,
  }
}

describe('what no page documents for a platform is not offered there', () => {
  test.each([
    ['whatsapp', ['text', 'location', 'contacts', 'buttons', 'list', 'template']],
    ['messenger', ['text', 'quick-replies', 'buttons', 'carousel']],
    ['instagram', ['text', 'quick-replies', 'buttons', 'carousel']],
    ['wechat', ['text', 'carousel']],
    ['web', ['text']],
    ['slack', ['text']],
    ['telegram', ['text']],
  ] as const)('%s takes %j', (platform, kinds) => {
    expect(Object.keys(SENDABLE[platform]).sort()).toEqual([...kinds].sort())
  })

  test('the reason names where it would go', () => {
    expect(said(kindRefusedBecause('telegram', 'carousel'))).toBe(
      'Stella sends cards only on Messenger, Instagram and WeChat, not on Telegram.',
    )
    expect(said(kindRefusedBecause('web', 'location'))).toBe(
      'Stella sends locations only on WhatsApp, not on Web Chat.',
    )
  })
})

test.each<[PostedContent, string]>([
  [buttons(0), 'Add a button first.'],
  [buttons(4), 'At most 3 buttons. There are 4.'],
  [
    buttons(1, { buttons: [{ type: 'answer', title: 'x'.repeat(21) }] }),
    `“${'x'.repeat(21)}” is longer than 20 characters.`,
  ],
  [
    buttons(1, {
      buttons: [
        { type: 'answer', title: 'Yes' },
        { type: 'answer', title: ' Yes' },
      ],
    }),
    'The title “Yes” is used twice.',
  ],
  [
    buttons(1, { buttons: [{ type: 'link', title: 'Shop', url: 'https://shop.example' }] }),
    'WhatsApp doesn’t take link buttons here.',
  ],
  [buttons(1, { text: ' ' }), 'Write something first.'],
  [
    buttons(1, { footer: 'x'.repeat(61) }),
    'Header and footer can have at most 60 characters each.',
  ],
  [list(0), 'Every section needs at least one row.'],
  [list(11), 'At most 10 rows. There are 11.'],
  [list(1, { button: '' }), 'The button that opens the list needs a title.'],
  [
    list(1, { sections: [{ rows: [{ title: 'One', text: 'x'.repeat(73) }] }] }),
    'The description of “One” can have at most 72 characters.',
  ],
  [
    list(1, {
      sections: [
        { title: 'A', rows: [{ title: 'One' }] },
        { title: '', rows: [{ title: 'Two' }] },
      ],
    }),
    'With more than one section, each needs a title.',
  ],
  [
    { type: 'location', latitude: 91, longitude: 0, name: undefined, address: undefined },
    'The latitude must be between -90 and 90.',
  ],
  [
    { type: 'location', latitude: Number.NaN, longitude: 0, name: undefined, address: undefined },
    'The latitude must be between -90 and 90.',
  ],
  [{ type: 'contacts', contacts: [] }, 'Add a contact card first.'],
  [
    {
      type: 'contacts',
      contacts: [{ firstName: 'Ann', lastName: 'Lee', company: undefined, phones: [], emails: [] }],
    },
    'Add a phone number or an email address for Ann Lee.',
  ],
  [
    {
      type: 'contacts',
      contacts: [
        {
          firstName: 'Ann',
          lastName: undefined,
          company: undefined,
          phones: ['call me'],
          emails: [],
        },
      ],
    },
    '“call me” isn’t a phone number.',
  ],
])('WhatsApp refuses %j in words', (content, words) => {
  expect(said(refusedBecause('whatsapp', content))).toBe(words)
})

test('at the limit everything goes', () => {
  expect(refusedBecause('whatsapp', buttons(3))).toBeUndefined()
  expect(refusedBecause('whatsapp', list(10))).toBeUndefined()
  const choices = answers(13)
  const quick: PostedContent = { type: 'quick-replies', text: 'Which?', choices }
  expect(refusedBecause('messenger', quick)).toBeUndefined()
  expect(said(refusedBecause('messenger', { ...quick, choices: answers(14) }))).toBe(
    'At most 13 quick replies. There are 14.',
  )
})

test('Instagram counts bytes, so Chinese text ends sooner', () => {
  const text = '字'.repeat(334)
  expect(said(refusedBecause('instagram', { type: 'text', text }))).toBe(
    'The text can have at most 1,000 bytes here. This one has 1,002.',
  )
  expect(refusedBecause('messenger', { type: 'text', text })).toBeUndefined()
})

test('a button’s target is judged by what it is', () => {
  const link = (url: string) => buttons(1, { buttons: [{ type: 'link', title: 'Shop', url }] })
  expect(refusedBecause('messenger', link('javascript:alert(1)'))).toEqual(
    reason('reply.buttons.needsAddress', { title: 'Shop' }),
  )
  expect(refusedBecause('messenger', link('https://shop.example'))).toBeUndefined()
  const call = buttons(1, { buttons: [{ type: 'call', title: 'Call', phone: '+852 2345 6789' }] })
  expect(refusedBecause('messenger', call)).toBeUndefined()
  expect(refusedBecause('instagram', call)).toEqual(
    reason('reply.buttons.unsupported', { platform: 'Instagram', type: 'call' }),
  )
})

test('whatever is posted, it is refused in words or taken; nothing throws', () => {
  const words = fc.string({ maxLength: 90 })
  const choice = fc.record({ title: words, payload: fc.option(words, { nil: undefined }) })
  const given = fc.oneof(
    fc.record({
      type: fc.constant('quick-replies'),
      text: words,
      choices: fc.array(choice, { maxLength: 15 }),
    }),
    fc.record({
      type: fc.constant('carousel'),
      cards: fc.array(
        fc.record({
          title: words,
          url: fc.option(words, { nil: undefined }),
          links: fc.array(fc.record({ title: words, url: words }), { maxLength: 4 }),
        }),
        { maxLength: 12 },
      ),
    }),
    fc.record({ type: fc.constant('location'), latitude: fc.double(), longitude: fc.double() }),
  )
  fc.assert(
    fc.property(given, fc.constantFrom(...PLATFORMS), (body, platform) => {
      const parsed = replyContentSchema.safeParse(body)
      if (!parsed.success) return
      const words = said(refusedBecause(platform, parsed.data))
      expect(words === undefined || /\w+ .+\.$/.test(words), words).toBe(true)
    }),
  )
})
