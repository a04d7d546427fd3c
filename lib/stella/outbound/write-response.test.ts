import { expect, test } from 'vitest'
import type { Platform } from '@/lib/domain/channel/channel'
import { isSameContent } from '@/lib/domain/message/same-content'
import { fillTemplate } from '@/lib/domain/reply/fill-template'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { type ReplyContent, toShownContent } from '@/lib/domain/reply/reply-content'
import { replyContentSchema } from '@/lib/domain/reply/schema/reply-content-schema'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import { readData } from '../normalized/read-data'
import { asObject } from '../reading/json'
import { toResponseObject } from './write-response'

const TEMPLATE = templateSchema.parse({
  name: 'order_update',
  language: 'en',
  header: { format: 'text', text: 'Order {{1}}' },
  body: 'Hello {{1}}, it comes {{2}}.',
  buttons: [
    { type: 'answer', title: 'Thanks' },
    { type: 'link', title: 'Track', url: 'https://shop.example/{{1}}' },
  ],
})

const PICTURE = templateSchema.parse({
  name: 'sale',
  language: 'zh_HK',
  header: { format: 'image' },
  body: '減價',
})

const CHOICES = [{ title: 'Red', payload: 'COLOR_RED' }, { title: 'Blue' }]

/** Each kind on each platform that has it, in the documented wire form (Facts §4). */
const WIRE: [Platform[], object, object][] = [
  [
    ['whatsapp', 'messenger', 'instagram', 'web', 'wechat', 'slack', 'telegram'],
    { type: 'text', text: 'Thanks 你好 👋' },
    { type: 'TEXT', text: 'Thanks 你好 👋' },
  ],
  [
    ['whatsapp'],
    {
      type: 'location',
      latitude: 22.2819,
      longitude: 114.1589,
      name: 'Central',
      address: 'Queen’s Rd',
    },
    { type: 'LOCATION', lat: 22.2819, long: 114.1589, text: 'Central', address: 'Queen’s Rd' },
  ],
  [
    ['whatsapp'],
    {
      type: 'contacts',
      contacts: [
        {
          firstName: 'Ann',
          lastName: 'Lee',
          company: 'ACME',
          phones: ['+852 6111 1111', ''],
          emails: ['a@example.com'],
        },
      ],
    },
    {
      type: 'CONTACTS',
      contacts: [
        {
          id: '1',
          name: { formatted_name: 'Ann Lee', first_name: 'Ann', last_name: 'Lee' },
          phones: [{ type: 'CELL', phone: '+852 6111 1111' }],
          emails: [{ type: 'WORK', email: 'a@example.com' }],
          org: { company: 'ACME' },
        },
      ],
    },
  ],
  [
    ['messenger', 'instagram'],
    { type: 'quick-replies', text: 'Which colour?', choices: CHOICES },
    {
      type: 'TEXT',
      text: 'Which colour?',
      quickReplies: [
        { id: '1', content_type: 'text', title: 'Red', payload: 'COLOR_RED' },
        { id: '2', content_type: 'text', title: 'Blue', payload: 'Blue' },
      ],
    },
  ],
  [
    ['whatsapp'],
    {
      type: 'buttons',
      header: 'Delivery',
      text: 'Pick one',
      footer: 'Thanks',
      buttons: CHOICES.map((choice) => ({ type: 'answer', ...choice })),
    },
    {
      type: 'WHATSAPP_REPLY_BUTTONS',
      header: { type: 'text', text: 'Delivery' },
      body: { text: 'Pick one' },
      footer: { text: 'Thanks' },
      action: {
        buttons: [
          { type: 'reply', reply: { payload: 'COLOR_RED', title: 'Red' } },
          { type: 'reply', reply: { payload: 'Blue', title: 'Blue' } },
        ],
      },
    },
  ],
  [
    ['messenger', 'instagram'],
    {
      type: 'buttons',
      text: 'More?',
      buttons: [
        { type: 'answer', title: 'Yes', payload: 'Y' },
        { type: 'link', title: 'Site', url: 'https://example.com' },
      ],
    },
    {
      type: 'BUTTON',
      text: 'More?',
      buttons: [
        { type: 'postback', title: 'Yes', payload: 'Y' },
        { type: 'web_url', title: 'Site', url: 'https://example.com' },
      ],
    },
  ],
  [
    ['messenger'],
    {
      type: 'buttons',
      text: 'Call us',
      buttons: [{ type: 'call', title: 'Call', phone: '+85223456789' }],
    },
    {
      type: 'BUTTON',
      text: 'Call us',
      buttons: [{ type: 'phone_number', title: 'Call', payload: '+85223456789' }],
    },
  ],
  [
    ['whatsapp'],
    {
      type: 'list',
      text: 'Pick one',
      button: 'Open',
      sections: [{ title: 'A', rows: [{ title: 'Row 1', payload: 'A1', text: 'First' }] }],
    },
    {
      type: 'WHATSAPP_LIST',
      body: { text: 'Pick one' },
      action: {
        button: 'Open',
        sections: [{ title: 'A', rows: [{ payload: 'A1', title: 'Row 1', description: 'First' }] }],
      },
    },
  ],
  [
    ['messenger', 'instagram'],
    {
      type: 'carousel',
      cards: [
        {
          title: 'Shoes',
          text: 'New',
          imageUrl: 'https://example.com/a.jpg',
          url: 'https://example.com/s',
          links: [{ title: 'Buy', url: 'https://example.com/b' }],
        },
      ],
    },
    {
      type: 'CAROUSEL',
      carousel: [
        {
          title: 'Shoes',
          subtitle: 'New',
          image_url: 'https://example.com/a.jpg',
          default_action: { type: 'web_url', url: 'https://example.com/s' },
          buttons: [{ type: 'web_url', url: 'https://example.com/b', title: 'Buy' }],
        },
      ],
    },
  ],
  [
    ['wechat'],
    {
      type: 'carousel',
      cards: [{ title: '新鞋', text: '上架', url: 'https://example.com/s', links: [] }],
    },
    {
      type: 'NEWS',
      articles: [{ title: '新鞋', description: '上架', url: 'https://example.com/s' }],
    },
  ],
]

const CASES = WIRE.flatMap(([platforms, posted, wire]) =>
  platforms.map((platform) => ({ platform, posted, wire })),
)

test.each(CASES)(
  '$posted.type on $platform has the documented form',
  ({ platform, posted, wire }) => {
    const content = replyContentSchema.parse(posted)
    expect(refusedBecause(platform, content)).toBeUndefined()
    if (content.type === 'template') throw new Error('A template is filled first')
    expect(overTheWire(content, platform)).toEqual(wire)
    expectOwnEcho(content, platform)
  },
)

test.each([
  [
    fillTemplate(TEMPLATE, ['HK-1', 'Roy', 'tomorrow', 'abc']),
    {
      type: 'TEMPLATE',
      elementName: 'order_update',
      languageCode: 'en',
      components: [
        { type: 'header', parameters: [{ type: 'text', text: 'HK-1' }] },
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Roy' },
            { type: 'text', text: 'tomorrow' },
          ],
        },
        {
          type: 'button',
          sub_type: 'url',
          index: '1',
          parameters: [{ type: 'text', text: 'abc' }],
        },
      ],
    },
  ],
  [
    fillTemplate(PICTURE, ['https://shop.example/a.png']),
    {
      type: 'TEMPLATE',
      elementName: 'sale',
      languageCode: 'zh_HK',
      components: [
        {
          type: 'header',
          parameters: [{ type: 'image', image: { link: 'https://shop.example/a.png' } }],
        },
      ],
    },
  ],
])('a template goes with its name, language and values', (filled, wire) => {
  expect(overTheWire(filled, 'whatsapp')).toEqual(wire)
  expectOwnEcho(filled, 'whatsapp')
})

/** As it is once written and read as JSON. */
function overTheWire(reply: ReplyContent, platform: Platform) {
  return JSON.parse(JSON.stringify(toResponseObject(reply, platform)))
}

/** The MANUAL event repeats the object (Facts §3.4): what the reader makes of it is known as this reply. */
function expectOwnEcho(reply: ReplyContent, platform: Platform) {
  const { type, ...data } = overTheWire(reply, platform)
  const { content } = readData(type, asObject(data) ?? {})
  expect(isSameContent(toShownContent(reply), content)).toBe(true)
}
