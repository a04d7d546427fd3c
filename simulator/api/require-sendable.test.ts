import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, openBench, TOKEN, WHATSAPP } from '../test-bench'

const PAGE = '5f0000000000000000000009'
const MEMBER = '10150000000000077'

let bench: Bench

beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

async function send(platform: string, response: object) {
  if (platform !== 'whatsapp') await bench.connect(PAGE, platform, 'PAGE')
  const channelId = platform === 'whatsapp' ? WHATSAPP : PAGE
  const recipientId = platform === 'whatsapp' ? '85260000000' : MEMBER
  const body = { channelId, recipientId, response: [response] }
  const answer = await bench.call('POST', `/sendResponses?accessToken=${TOKEN}`, body)
  const line = answer.body.ok === 1 ? (await bench.phone(channelId, recipientId)).at(-1) : undefined
  return { answer: answer.body, line }
}

const QUICK = {
  type: 'TEXT',
  text: 'Which?',
  quickReplies: [{ id: '1', content_type: 'text', title: 'Red', payload: 'R' }],
}
const CARD = {
  title: 'Shoes',
  subtitle: 'New',
  default_action: { type: 'web_url', url: 'https://example.com/s' },
}
const BUTTON = {
  type: 'BUTTON',
  text: 'More?',
  buttons: [
    { type: 'postback', title: 'Yes', payload: 'Y' },
    { type: 'web_url', title: 'Site', url: 'https://example.com' },
  ],
}

test.each([
  ['messenger', QUICK, { text: 'Which?', choices: [{ title: 'Red', payload: 'R' }] }],
  ['instagram', QUICK, { choices: [{ title: 'Red', payload: 'R' }] }],
  [
    'messenger',
    BUTTON,
    {
      choices: [{ title: 'Yes', payload: 'Y', via: 'postback' }],
      cards: [{ title: '', links: [{ title: 'Site', url: 'https://example.com' }] }],
    },
  ],
  [
    'instagram',
    { type: 'CAROUSEL', carousel: [CARD] },
    {
      cards: [
        {
          title: 'Shoes',
          text: 'New',
          links: [{ title: 'https://example.com/s', url: 'https://example.com/s' }],
        },
      ],
    },
  ],
  [
    'wechat',
    { type: 'NEWS', articles: [{ title: '新鞋', url: 'https://example.com/s' }] },
    { cards: [{ title: '新鞋' }] },
  ],
  [
    'whatsapp',
    { type: 'TEMPLATE', elementName: 'hello', languageCode: 'en', components: [] },
    { text: '[hello · en]' },
  ],
])('%s takes %j and shows it on the phone', async (platform, response, seen) => {
  expect((await send(platform, response)).line).toMatchObject(seen)
})

test.each([
  ['whatsapp', QUICK, /quickReplies|not be sent|Unrecognized/],
  ['whatsapp', BUTTON, /BUTTON can not be sent on whatsapp/],
  ['telegram', BUTTON, /BUTTON can not be sent on telegram/],
  ['messenger', { type: 'LOCATION', lat: 1, long: 2 }, /LOCATION can not be sent on messenger/],
  [
    'messenger',
    { ...QUICK, quickReplies: [{ ...QUICK.quickReplies[0], title: 'x'.repeat(21) }] },
    /quickReplies.0.title can have at most 20 characters/,
  ],
  ['wechat', { type: 'NEWS', articles: [] }, /articles/],
  ['instagram', { type: 'TEXT', text: '字'.repeat(400) }, /text can have at most 1000 bytes/],
])('%s refuses %j in words', async (platform, response, reason) => {
  const { answer } = await send(platform, response)
  expect(answer).toMatchObject({ ok: 0, err: expect.stringMatching(reason) })
})

test('a postback on Messenger arrives as a postback, a quick reply as a message', async () => {
  await bench.connect(PAGE, 'messenger', 'PAGE')
  const tap = { channel: PAGE, member: MEMBER }
  const action = { type: 'tap', title: 'Yes', payload: 'Y' }
  await bench.call('POST', '/control/say', { ...tap, action: { ...action, via: 'postback' } })
  await bench.call('POST', '/control/say', { ...tap, action })
  const raw = (body: { sender?: object }) => body?.sender !== undefined
  const [first, second] = await bench.receiver.until(2, (one) => raw(one.body))
  expect(first?.body.postback).toMatchObject({ title: 'Yes', payload: 'Y' })
  expect(second?.body.message).toMatchObject({ text: 'Yes', quick_reply: { payload: 'Y' } })
})
