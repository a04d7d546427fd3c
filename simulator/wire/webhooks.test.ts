import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSignedBy } from '@/lib/stella/signature/signature'
import { startSimulator } from '../server'
import {
  askSimulator,
  type Bench,
  isNormalized,
  isOutbound,
  isRaw,
  isStatus,
  MESSENGER,
  openBench,
  ROY,
  SECRET,
  TOM,
  WHATSAPP,
} from '../test-bench'
import { startReceiver } from '../test-receiver'

let bench: Bench

beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const AT = 1_599_536_864_123

test('every webhook is signed over its exact bytes with the secret of its channel', async () => {
  await bench.say('Hello 你好 👋')
  const all = await bench.receiver.until(4)
  for (const { bytes, signature, contentType } of all) {
    expect(isSignedBy(SECRET, bytes, signature ?? null)).toBe(true)
    expect(contentType).toBe('application/json')
  }
})

test('a raw WhatsApp text has the exact shape and key order of the document', async () => {
  await bench.say('Hello', { at: AT })
  const [raw] = await bench.receiver.until(1, isRaw)
  const id = raw?.body.messages[0].id
  expect(id).toMatch(/^ABGG[A-Za-z0-9]{24}$/)
  expect(raw?.bytes.toString()).toBe(
    JSON.stringify({
      contacts: [{ profile: { name: 'Roy' }, wa_id: ROY }],
      messages: [{ from: ROY, id, text: { body: 'Hello' }, timestamp: '1599536864', type: 'text' }],
    }),
  )
})

test('a raw WhatsApp video names a media id, its type and the hash of its real bytes', async () => {
  await bench.say('', { text: undefined, media: 'video', at: AT })
  const [raw] = await bench.receiver.until(1, isRaw)
  const message = raw?.body.messages[0]
  expect(Object.keys(message)).toEqual(['from', 'id', 'timestamp', 'type', 'video'])
  expect(message.video).toEqual({
    id: expect.stringMatching(/^e8a85916-/),
    mime_type: 'video/mp4',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('normalized WhatsApp events have seconds in a string and no message id', async () => {
  await bench.say('Hello', { at: AT })
  await bench.say('', { text: undefined, media: 'image', caption: 'My receipt', at: AT })
  const [text, image] = await bench.receiver.until(2, isNormalized)
  const ends = { from: ROY, to: '85268227287', timestamp: '1599536864' }
  expect(text?.bytes.toString()).toBe(
    JSON.stringify({ ...ends, type: 'TEXT', data: { text: 'Hello' } }),
  )
  expect(image?.body).toEqual({
    ...ends,
    type: 'MISC',
    data: { attachments: [{ type: 'IMAGE', waMediaId: expect.any(String) }], text: 'My receipt' },
  })
})

test('what the bot says arrives as BOT with the ids of app, channel and message', async () => {
  await bench.say('Hello', { at: AT })
  const [bot] = await bench.receiver.until(1, isOutbound('BOT'))
  expect(bot?.body).toEqual({
    type: 'BOT',
    app: 'demo-app',
    channel: WHATSAPP,
    messageEvent: {
      from: '85268227287',
      to: ROY,
      timestamp: AT + 1,
      type: 'WHATSAPP_REPLY_BUTTONS',
      data: { body: { text: expect.any(String) }, action: { buttons: expect.any(Array) } },
      messageId: expect.stringMatching(/^gBGG/),
    },
  })
})

test('Messenger gives the bare event and a normalized one with milliseconds and the same message id', async () => {
  await bench.connect(MESSENGER, 'messenger', 'PAGE')
  await bench.say('Hi', { channel: MESSENGER, member: TOM, at: AT })
  const [raw] = await bench.receiver.until(1, (one) => one.body.sender)
  const mid = raw?.body.message.mid
  expect(raw?.body).toEqual({
    sender: { id: TOM },
    recipient: { id: 'PAGE' },
    timestamp: AT,
    message: { mid, text: 'Hi' },
  })
  const [normalized] = await bench.receiver.until(1, isNormalized)
  expect(normalized?.body).toEqual({
    from: TOM,
    to: 'PAGE',
    timestamp: AT,
    messageId: mid,
    origin: 'MESSENGER',
    type: 'TEXT',
    data: { text: 'Hi' },
  })
})

test('a tap, a quote, a place, a contact and a reaction have their documented raw forms', async () => {
  await bench.liveChat(true)
  const actions = [
    { type: 'tap', title: 'Yes', payload: 'YES', replyTo: 'gBGGask' },
    { type: 'text', text: 'That one', replyTo: 'gBGGours' },
    { type: 'location', latitude: 22.28, longitude: 114.15, name: 'Central' },
    { type: 'contact', name: 'Ann Lee', phone: '+852 6111 1111' },
    { type: 'reaction', messageId: 'gBGGours', emoji: '👍' },
  ]
  for (const action of actions) await bench.say('', { text: undefined, action })
  const raw = (await bench.receiver.until(5, isRaw)).map((one) => one.body.messages[0])
  expect(raw[0]).toMatchObject({
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'YES', title: 'Yes' } },
    context: { from: '85268227287', id: 'gBGGask' },
  })
  expect(raw[1]).toMatchObject({ context: { from: '85268227287', id: 'gBGGours' } })
  expect(raw[2]).toMatchObject({
    location: { latitude: 22.28, longitude: 114.15, name: 'Central' },
  })
  expect(raw[3]).toMatchObject({ contacts: [{ phones: [{ phone: '+852 6111 1111' }] }] })
  expect(raw[4]).toMatchObject({ reaction: { message_id: 'gBGGours', emoji: '👍' } })
  expect(await bench.receiver.until(4, isNormalized)).toHaveLength(4)
})

test('sent and delivered follow a reply, read follows once the member looks', async () => {
  await bench.reply('Hi')
  const [delivered] = await bench.receiver.until(1, isStatus('delivered'))
  const [line] = await bench.phone()
  expect(delivered?.body).toEqual({
    statuses: [
      {
        id: line?.id,
        recipient_id: ROY,
        status: 'delivered',
        timestamp: expect.stringMatching(/^\d{10}$/),
      },
    ],
  })
  await bench.call('POST', '/control/read', { channel: WHATSAPP, member: ROY })
  await bench.receiver.until(1, isStatus('read'))
  const order = bench.receiver.received.flatMap((one) => one.body.statuses?.[0].status ?? [])
  expect(order).toEqual(['sent', 'delivered', 'read'])
})

test('a channel gets only what it is subscribed to', async () => {
  await bench.connect(WHATSAPP, 'whatsapp', '85268227287', { subscriptions: ['outbound'] })
  await bench.say('Hello')
  await bench.reply('Hi')
  await bench.receiver.until(1, isOutbound('MANUAL'))
  expect(bench.receiver.received.map((one) => one.body.type)).toEqual(['BOT', 'MANUAL'])
})

test('deauthorize names the account and the time, and relayed lines say who they are from', async () => {
  await bench.call('POST', '/control/deauthorize', { channel: WHATSAPP })
  const [event] = await bench.receiver.until(1)
  expect(event?.body).toEqual({ account: 'demo-app', timestamp: expect.any(Number) })

  const relay = { channel: WHATSAPP, member: ROY, text: 'from the pairing channel' }
  await bench.call('POST', '/control/relay', relay)
  await bench.call('POST', '/control/relay', { ...relay, fromMember: true })
  const [to, from] = await bench.receiver.until(2, isOutbound('RELAY'))
  expect(to?.body.messageEvent).toMatchObject({ from: '85268227287', to: ROY })
  expect(from?.body.messageEvent).toMatchObject({ from: ROY, to: '85268227287' })
})

test('raw bytes can be posted with a good, a wrong and no signature', async () => {
  const post = (more: object) =>
    bench.call('POST', '/control/send-raw', { channel: WHATSAPP, body: '{"a":', ...more })
  expect((await post({})).body).toEqual({ ok: 1, status: 200, body: '{"ok":1}' })
  await post({ sign: false })
  await post({ signature: 'wrong' })
  await bench.call('POST', '/control/send-raw', { channel: WHATSAPP, bodyBase64: '/w==' })
  const [good, none, wrong, binary] = bench.receiver.received
  expect(isSignedBy(SECRET, Buffer.from('{"a":'), good?.signature ?? null)).toBe(true)
  expect(none?.signature).toBeUndefined()
  expect(wrong?.signature).toBe('wrong')
  expect(binary?.bytes).toEqual(Buffer.from([0xff]))
})

test('a receiver that refuses gets every event later, in order', async () => {
  bench.receiver.answer(503)
  await bench.liveChat(true)
  for (const text of ['one', 'two', 'three']) await bench.say(text)
  expect((await bench.call('GET', '/control/ready')).body.pending).toBe(6)
  bench.receiver.answer(200)
  const raw = await bench.receiver.until(3, isRaw)
  expect(raw.map((one) => one.body.messages[0].text.body)).toEqual(['one', 'two', 'three'])
})

test('threads, channels, liveChat and webhooks not yet delivered survive a restart', async () => {
  const stateFile = path.join(await mkdtemp(path.join(tmpdir(), 'simulator-')), 'state.json')
  const first = await startSimulator({ port: 0, quiet: true, stateFile })
  const gone = await startReceiver()
  await gone.close()
  const channel = {
    platform: 'whatsapp',
    name: 'Shop',
    externalId: '852',
    secret: SECRET,
    webhookUrl: gone.url,
  }
  await askSimulator(first.url, 'PUT', '/control/channels/c1', channel)
  await askSimulator(first.url, 'POST', '/control/say', {
    channel: 'c1',
    member: ROY,
    text: 'I want a human',
  })
  await first.close()
  expect(JSON.parse(await readFile(stateFile, 'utf8')).deliveries.length).toBeGreaterThan(2)

  const back = await startReceiver(Number(new URL(gone.url).port))
  const second = await startSimulator({ port: 0, quiet: true, stateFile })
  const [raw] = await back.until(1, isRaw)
  expect(raw?.body.messages[0].text.body).toBe('I want a human')
  await back.until(1, isOutbound('BOT'))
  const { member, thread } = (
    await askSimulator(second.url, 'GET', `/control/members/${ROY}?channel=c1`)
  ).body
  expect(member.botMeta.liveChat).toBe(true)
  expect(thread.map((line: { from: string }) => line.from)).toEqual(['member', 'bot'])
  await second.close()
  await back.close()
})
