import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, isOutbound, isRaw, openBench, ROY, WHATSAPP } from '../test-bench'

let bench: Bench

beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

test('while live chat is off every message gets an answer of the bot; while it is on, none', async () => {
  await bench.say('Hello')
  await bench.say('I need a human')
  await bench.say('Are you there?')
  expect((await bench.phone()).map((line) => line.from)).toEqual([
    'member',
    'bot',
    'member',
    'bot',
    'member',
  ])
  const { body } = await bench.call('GET', `/control/members/${ROY}?channel=${WHATSAPP}`)
  expect(body.member.botMeta).toMatchObject({ liveChat: true, nodeCompositeId: 'tree-shop-person' })
})

test('after handing back the bot greets briefly on the next message only', async () => {
  await bench.say('human')
  await bench.liveChat(false)
  expect(await bench.phone()).toHaveLength(2)
  await bench.say('Thanks for earlier')
  expect((await bench.phone()).at(2)?.text).toBe('Thanks for earlier')
  expect((await bench.phone()).at(3)?.text).toContain('the assistant is back')
})

test('webhooks of one member leave in the order of the conversation', async () => {
  await bench.say('Hello')
  await bench.say('human')
  await bench.receiver.until(2, isOutbound('BOT'))
  const order = bench.receiver.received.filter((one) => isRaw(one) || isOutbound('BOT')(one))
  expect(order.map((one) => one.body.type ?? 'raw')).toEqual(['raw', 'BOT', 'raw', 'BOT'])
})

test('a stranger is welcome, under the name they give', async () => {
  await bench.say('Hi', { member: '85290000099', name: 'Stranger' })
  const [raw] = await bench.receiver.until(1, isRaw)
  expect(raw?.body.contacts).toEqual([{ profile: { name: 'Stranger' }, wa_id: '85290000099' }])
})

test('who has no name is known by number only', async () => {
  await bench.say('Hi', { member: '85291230007' })
  const [raw] = await bench.receiver.until(1, isRaw)
  expect(raw?.body.contacts).toEqual([{ profile: {}, wa_id: '85291230007' }])
})

test('a control call that makes no sense is refused in words', async () => {
  const nowhere = await bench.say('Hi', { channel: 'nowhere' })
  expect(nowhere).toMatchObject({
    status: 404,
    body: { error: { message: 'There is no channel nowhere.' } },
  })
  expect(
    (await bench.call('POST', '/control/say', { channel: WHATSAPP, member: ROY })).status,
  ).toBe(400)
  expect((await bench.call('POST', '/control/faults', { fault: 'flood' })).status).toBe(400)
})

test('the phone shows the thread live and writes for the member', async () => {
  const phone = `${bench.simulator.url}/phone/${WHATSAPP}/${ROY}`
  const page = await (await fetch(phone)).text()
  expect(page).toContain('aria-label="Phone"')
  expect(page).toContain('aria-label="Message"')

  const events = await fetch(`${phone}/events`)
  const frames = readFrames(events)
  expect((await frames.next()).value).toEqual({ thread: [], liveChat: false })
  await bench.call('POST', `/phone/${WHATSAPP}/${ROY}/messages`, { type: 'text', text: 'human' })
  let frame = (await frames.next()).value
  while (frame && !frame.liveChat) frame = (await frames.next()).value
  expect(frame?.thread.map((line) => line.from)).toEqual(['member', 'bot'])
  await frames.return()
})

test('opening the phone reads what agents wrote', async () => {
  await bench.liveChat(true)
  await bench.reply('Hi')
  await bench.call('POST', `/phone/${WHATSAPP}/${ROY}/read`, {})
  expect((await bench.phone()).at(0)?.receipt).toBe('read')
})

test('names are shown as text, never as markup', async () => {
  const page = await (await fetch(`${bench.simulator.url}/phone`)).text()
  expect(page).toContain('Sam &quot;Shorty&quot; O&#39;Brien &amp; &lt;Sons&gt;')
  expect(page).not.toContain('<Sons>')
})

interface Frame {
  thread: { from: string }[]
  liveChat: boolean
}

async function* readFrames(response: Response): AsyncGenerator<Frame, void, void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true })
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const frame of frames) yield JSON.parse(frame.replace(/^data: /, ''))
  }
}
