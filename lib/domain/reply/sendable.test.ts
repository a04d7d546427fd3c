import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { PLATFORMS } from '../channel/channel'
import { refusedBecause } from './refusal'
import type { PostedContent } from './reply-content'
import { replyContentSchema } from './schema/reply-content-schema'
import { kindRefusedBecause, SENDABLE } from './sendable'

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
    expect(kindRefusedBecause('telegram', 'carousel')).toBe(
      'Stella sends cards on Messenger, Instagram and WeChat only, not on Telegram.',
    )
    expect(kindRefusedBecause('web', 'location')).toBe(
      'Stella sends locations on WhatsApp only, not on Web Chat.',
    )
  })
})

test.each<[PostedContent, string]>([
  [buttons(0), 'Add a button first.'],
  [buttons(4), 'At most 3: there are 4.'],
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
    '“Yes” stands there twice.',
  ],
  [
    buttons(1, { buttons: [{ type: 'link', title: 'Shop', url: 'https://shop.example' }] }),
    'WhatsApp takes no links here.',
  ],
  [buttons(1, { text: ' ' }), 'Write something first.'],
  [
    buttons(1, { footer: 'x'.repeat(61) }),
    'Header and footer can have at most 60 characters each.',
  ],
  [list(0), 'Every section needs a row.'],
  [list(11), 'At most 10: there are 11.'],
  [list(1, { button: '' }), 'The button that opens the list needs a title.'],
  [
    list(1, { sections: [{ rows: [{ title: 'One', text: 'x'.repeat(73) }] }] }),
    'The line under “One” can have at most 72 characters.',
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
  [{ type: 'contacts', contacts: [] }, 'Add a card first.'],
  [
    {
      type: 'contacts',
      contacts: [{ firstName: 'Ann', lastName: 'Lee', company: undefined, phones: [], emails: [] }],
    },
    'Give a phone number or an e-mail for Ann Lee.',
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
    'call me is not a phone number.',
  ],
])('WhatsApp refuses %j in words', (content, reason) => {
  expect(refusedBecause('whatsapp', content)).toBe(reason)
})

test('at the limit everything goes', () => {
  expect(refusedBecause('whatsapp', buttons(3))).toBeUndefined()
  expect(refusedBecause('whatsapp', list(10))).toBeUndefined()
  const choices = answers(13)
  const quick: PostedContent = { type: 'quick-replies', text: 'Which?', choices }
  expect(refusedBecause('messenger', quick)).toBeUndefined()
  expect(refusedBecause('messenger', { ...quick, choices: answers(14) })).toBe(
    'At most 13: there are 14.',
  )
})

test('Instagram counts bytes, so Chinese text ends sooner', () => {
  const text = '字'.repeat(334)
  expect(refusedBecause('instagram', { type: 'text', text })).toBe(
    'A message can have at most 1,000 bytes here; this has 1,002.',
  )
  expect(refusedBecause('messenger', { type: 'text', text })).toBeUndefined()
})

test('a button’s target is judged by what it is', () => {
  const link = (url: string) => buttons(1, { buttons: [{ type: 'link', title: 'Shop', url }] })
  expect(refusedBecause('messenger', link('javascript:alert(1)'))).toContain('https://')
  expect(refusedBecause('messenger', link('https://shop.example'))).toBeUndefined()
  const call = buttons(1, { buttons: [{ type: 'call', title: 'Call', phone: '+852 2345 6789' }] })
  expect(refusedBecause('messenger', call)).toBeUndefined()
  expect(refusedBecause('instagram', call)).toBe('Instagram takes no phone calls here.')
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
      const refused = refusedBecause(platform, parsed.data)
      const words = refused && english.say(refused)
      expect(words === undefined || /\w+ .+\.$/.test(words), words).toBe(true)
    }),
  )
})
