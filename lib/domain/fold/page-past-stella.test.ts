import { expect, test } from 'vitest'
import { partsBeside } from '@/lib/domain/message/content'
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

function pageEvent(message: object, from = FAN, at = 1795251040000) {
  const to = from === FAN ? PAGE : FAN
  return { sender: { id: from }, recipient: { id: to }, timestamp: at, message }
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
    rule: 'a change of comments',
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
