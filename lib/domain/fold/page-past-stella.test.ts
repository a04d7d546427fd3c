import { expect, test } from 'vitest'
import type { Platform } from '@/lib/domain/channel/channel'
import { partsBeside } from '@/lib/domain/message/content'
import { reason } from '@/lib/i18n/reason'
import { ordersOf, playBodies, shownIn } from './testing-play'
import { seen } from './testing-seen'

const PAGE = '85268227287'
const FAN = '5550002'

function meta(object: string, events: object[]) {
  return { object, entry: [{ id: PAGE, time: 1795251040, messaging: events }] }
}

function change(field: string, value: object) {
  const ends = { sender: { id: FAN }, recipient: { id: PAGE }, timestamp: '1795251040' }
  return {
    object: 'instagram',
    entry: [{ id: PAGE, time: 1795251040, changes: [{ field, value: { ...ends, ...value } }] }],
  }
}

function between(from: string, at: number, what: object) {
  const to = from === FAN ? PAGE : FAN
  return { sender: { id: from }, recipient: { id: to }, timestamp: at, ...what }
}

function pageEvent(message: object, from = FAN, at = 1795251040000) {
  return between(from, at, { message })
}

test('what Instagram tells as changes is shown: messages, taps, reactions, edits', () => {
  const bodies = [
    change('messages', { message: { mid: 'm1', text: 'Do you ship to Macau?' } }),
    change('messaging_postbacks', {
      postback: { mid: 'p1', title: 'Talk to a person', payload: 'HUMAN' },
    }),
    change('message_reactions', { reaction: { mid: 'm1', action: 'react', emoji: '❤' } }),
    change('message_edit', { message_edit: { mid: 'm1', text: 'To Macao?', num_edit: 1 } }),
  ]
  expect(seen(bodies, 'instagram')).toMatchObject({
    messages: [
      ['member', 'To Macao?'],
      ['member', 'Talk to a person'],
    ],
    members: [FAN],
  })
})

test('a change that is no conversation stays ignored under its name', () => {
  const comment = { object: 'instagram', entry: [{ changes: [{ field: 'comments', value: {} }] }] }
  const world = playBodies([comment], 'instagram')
  expect(world.outcomes.loaded().at(-1)).toMatchObject({
    outcome: 'ignored',
    rule: JSON.stringify(reason('delivery.rule.change', { field: 'comments' })),
  })
})

test('a post that comes as share and as ig_post is one card, and like_heart is a heart', () => {
  const attachments = [
    { type: 'share', payload: { url: 'https://cdn.example/p1.jpg' } },
    { type: 'ig_post', payload: { title: 'Blue lamp', url: 'https://cdn.example/p1.jpg' } },
  ]
  for (const both of [attachments, attachments.toReversed()]) {
    const world = playBodies(
      [meta('instagram', [pageEvent({ mid: 'm1', attachments: both })])],
      'instagram',
    )
    expect(shownIn(world)).toMatchObject([
      { content: { cards: [{ title: 'Blue lamp', url: 'https://cdn.example/p1.jpg' }] } },
    ])
  }
  const heart = meta('instagram', [pageEvent({ mid: 'm1', attachments: [{ type: 'like_heart' }] })])
  expect(seen([heart], 'instagram').messages).toEqual([['member', '❤️']])
})

test('a colleague’s answer in the page’s own inbox is a line of our side', () => {
  const inbox = { is_echo: true, app_id: 263902037430900, mid: 'e1', text: 'Yes, how can I help?' }
  const body = meta('page', [
    pageEvent({ mid: 'm1', text: 'Anyone there?' }),
    pageEvent(inbox, PAGE, 1795251100000),
  ])
  expect(seen([body], 'messenger')).toMatchObject({
    messages: [
      ['member', 'Anyone there?'],
      ['page', 'Yes, how can I help?'],
    ],
    unread: [0],
  })
  const app = meta('page', [pageEvent({ ...inbox, app_id: 1517776481860111 }, PAGE)])
  expect(seen([app], 'messenger').messages).toEqual([])
})

test('a colleague who edits in the page’s own inbox changes our line, which keeps what it said', () => {
  const first = { is_echo: true, app_id: 263902037430900, mid: 'e1', text: 'Until nnie' }
  const again = { mid: 'e1', text: 'Until nine', num_edit: 1 }
  const ends = { sender: { id: PAGE }, recipient: { id: FAN }, timestamp: 1795251160000 }
  const edits: [Platform, object, object][] = [
    [
      'messenger',
      meta('page', [pageEvent(first, PAGE, 1795251100000)]),
      meta('page', [{ ...ends, message_edit: again }]),
    ],
    [
      'instagram',
      meta('instagram', [pageEvent(first, PAGE, 1795251100000)]),
      meta('instagram', [{ ...ends, message_edit: again }]),
    ],
    [
      'instagram',
      meta('instagram', [pageEvent(first, PAGE, 1795251100000)]),
      change('message_edit', { ...ends, message_edit: again }),
    ],
  ]
  for (const [platform, line, edit] of edits) {
    for (const order of ordersOf([line, edit])) {
      expect(seen(order, platform)).toMatchObject({
        messages: [['page', 'Until nine']],
        members: [FAN],
      })
      const [message] = shownIn(playBodies(order, platform))
      expect(message?.context?.editedAt).toBeDefined()
      expect(message?.context?.wordings?.map((each) => each.text)).toEqual([
        'Until nnie',
        'Until nine',
      ])
    }
    expect(seen([edit], platform).messages).toEqual([['page', 'Until nine']])
  }
})

test('an edit in the page’s own inbox changes the bot’s line too, whichever came first', () => {
  const line = { from: PAGE, to: FAN, timestamp: 1795251100000, messageId: 'e1' }
  const said = { ...line, type: 'TEXT', data: { text: 'Until eight' } }
  const bot = { type: 'BOT', messageEvent: said }
  const edit = meta('page', [
    between(PAGE, 1795251160000, { message_edit: { mid: 'e1', text: 'Until nine' } }),
  ])
  for (const order of ordersOf([bot, edit])) {
    const [message] = shownIn(playBodies(order, 'messenger'))
    expect(seen(order, 'messenger').messages).toEqual([['bot', 'Until nine']])
    expect(message?.context?.wordings?.map((each) => each.text)).toEqual([
      'Until eight',
      'Until nine',
    ])
    expect(message?.sentAt).toBe(1795251100000)
  }
})

test('nobody of our side edits what the member wrote', () => {
  const line = meta('page', [pageEvent({ mid: 'm1', text: 'Anyone there?' })])
  const edit = meta('page', [
    between(PAGE, 1795251160000, { message_edit: { mid: 'm1', text: 'Never' } }),
  ])
  expect(seen([line, edit], 'messenger').messages).toEqual([['member', 'Anyone there?']])
})

test('an echo that names no app joins the outbound event of the same words, with ids or without', () => {
  const echoed = meta('page', [
    pageEvent({ is_echo: true, mid: 'e1', text: 'Hi there' }, PAGE, 1795251100000),
  ])
  for (const messageId of ['e1', undefined]) {
    const bot = {
      type: 'BOT',
      messageEvent: {
        from: PAGE,
        to: FAN,
        timestamp: 1795251101000,
        type: 'TEXT',
        data: { text: 'Hi there' },
        messageId,
      },
    }
    for (const order of ordersOf([echoed, bot]))
      expect(seen(order, 'messenger').messages).toEqual([['bot', 'Hi there']])
  }
  expect(seen([echoed], 'messenger').messages).toEqual([['page', 'Hi there']])
})

test('a heart beside pictures or a place is a heart, never the platform’s name for it', () => {
  const heart = { type: 'like_heart' }
  const picture = { type: 'image', payload: { url: 'https://cdn.example/a.png' } }
  const pier = { type: 'location', payload: { coordinates: { lat: 22.28, long: 114.15 } } }
  const showing = (attachments: object[], text?: string) =>
    shownIn(
      playBodies([meta('instagram', [pageEvent({ mid: 'm1', text, attachments })])], 'instagram'),
    )[0]?.content
  const image = { type: 'image', mediaIds: [expect.any(String)] }
  expect(showing([picture, heart])).toEqual({ ...image, text: '❤️' })
  expect(showing([heart, picture], 'Lovely')).toEqual({ ...image, text: 'Lovely ❤️' })
  expect(showing([heart, pier])).toMatchObject({
    type: 'text',
    text: '❤️',
    also: [{ type: 'location' }],
  })
  expect(showing([heart, heart], 'Lovely')).toEqual({ type: 'text', text: 'Lovely ❤️' })
})

test('a mixed message keeps words, pictures, file and place', () => {
  const file = (type: string, name: string) => ({
    type,
    payload: { url: `https://cdn.example/${name}` },
  })
  const pier = {
    type: 'location',
    title: 'Pier 4',
    payload: { coordinates: { lat: 22.28, long: 114.15 } },
  }
  const attachments = [file('image', 'a.png'), file('file', 'b.pdf'), file('image', 'c.png'), pier]
  const body = meta('page', [pageEvent({ mid: 'm1', text: 'all this', attachments })])
  const world = playBodies([body], 'messenger')
  const [message] = shownIn(world)
  expect(seen([body], 'messenger').messages).toEqual([['member', 'all this']])
  expect(world.media.loaded().map(({ kind }) => kind)).toEqual(['image', 'file', 'image'])
  expect(message && partsBeside(message.content)).toMatchObject([
    { type: 'location', name: 'Pier 4' },
  ])
  const place = playBodies(
    [meta('page', [pageEvent({ mid: 'm2', text: 'Here', attachments: [pier] })])],
    'messenger',
  )
  expect(shownIn(place)).toMatchObject([{ content: { text: 'Here', also: [{ name: 'Pier 4' }] } }])
})
