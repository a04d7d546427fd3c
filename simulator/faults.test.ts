import { afterEach, beforeEach, expect, test } from 'vitest'
import { FAULT_NAMES, FAULTS, faultsIn } from './faults'
import {
  type Bench,
  isNormalized,
  isOutbound,
  isRaw,
  isStatus,
  openBench,
  ROY,
  TOKEN,
  WHATSAPP,
} from './test-bench'

let bench: Bench

beforeEach(async () => {
  bench = await openBench()
  await bench.liveChat(true)
})
afterEach(() => bench.close())

const isEcho = isOutbound('MANUAL')

/** A call with a client that gives up, as the product's does. */
function replyWithin(ms: number, text: string) {
  return fetch(`${bench.simulator.url}/sendResponses?accessToken=${TOKEN}`, {
    method: 'POST',
    body: JSON.stringify({
      channelId: WHATSAPP,
      recipientId: ROY,
      response: [{ type: 'TEXT', text }],
    }),
    signal: AbortSignal.timeout(ms),
  })
}

test('every fault is known by its word and explained on the index page', async () => {
  const { body } = await bench.call('GET', '/')
  for (const name of FAULT_NAMES) {
    expect(faultsIn(`please fail:${name}, now`)).toEqual([name])
    expect(body).toContain(`<code>fail:${name}</code>`)
  }
  expect(Object.keys(FAULTS)).toHaveLength(19)
})

test('fail:bot-speaks lets the bot answer against a person, and liveChat stays on', async () => {
  await bench.say('hello fail:bot-speaks')
  await bench.receiver.until(1, isOutbound('BOT'))
  const { body } = await bench.call('GET', `/control/members/${ROY}?channel=${WHATSAPP}`)
  expect(body.member.botMeta.liveChat).toBe(true)
})

test('fail:bot-takes-back turns liveChat off without a word, and the bot answers', async () => {
  await bench.say('hello fail:bot-takes-back')
  await bench.receiver.until(1, isOutbound('BOT'))
  const { body } = await bench.call('GET', `/control/members/${ROY}?channel=${WHATSAPP}`)
  expect(body.member.botMeta.liveChat).toBe(false)
})

test.each([
  ['refuse', 400, { ok: 0, err_code: 400, err: expect.any(String) }],
  ['ok0', 200, { ok: 0, err_code: 100, err: expect.any(String) }],
  ['502', 502, expect.stringContaining('<html>')],
])('fail:%s answers %i and nothing reaches the phone', async (name, status, body) => {
  expect(await bench.reply(`fail:${name}`)).toMatchObject({ status, body })
  expect(await bench.phone()).toEqual([])
})

test.each([429, 503])(
  'fail:%i puts a reply off twice with Retry-After, then it goes through once',
  async (status) => {
    for (const _ of [1, 2]) {
      const answer = await bench.reply(`fail:${status}`)
      expect(answer.status).toBe(status)
      expect(answer.headers.get('retry-after')).toBe('1')
    }
    expect((await bench.reply(`fail:${status}`)).body.ok).toBe(1)
    expect(await bench.phone()).toHaveLength(1)
  },
)

test('fail:502-accepted answers HTML, yet the member has the message and the echo comes', async () => {
  const answer = await bench.reply('fail:502-accepted')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html'])
  await bench.receiver.until(1, isEcho)
  expect(await bench.phone()).toHaveLength(1)
})

test('fail:timeout never answers, yet the member has the message and the echo comes', async () => {
  await expect(replyWithin(300, 'fail:timeout')).rejects.toThrow('timeout')
  await bench.receiver.until(1, isEcho)
  expect(await bench.phone()).toHaveLength(1)
  const { requests } = (await bench.call('GET', '/control/requests')).body
  expect(requests.at(-1).status).toBe(0)
})

test('fail:hang never answers either, and nothing reaches the phone', async () => {
  await expect(replyWithin(300, 'fail:hang')).rejects.toThrow('timeout')
  expect(await bench.phone()).toEqual([])
})

test('fail:late-echo answers at once; the echo comes as late as was asked for', async () => {
  await bench.call('POST', '/control/faults', { fault: 'late-echo', ms: 400 })
  expect((await bench.reply('Hi')).body.ok).toBe(1)
  const answered = performance.now()
  await bench.receiver.until(1, isEcho)
  expect(performance.now() - answered).toBeGreaterThan(300)
})

test('a fault of every call acts on one that sends nothing, and then it is refused in words again', async () => {
  await bench.call('POST', '/control/faults', { fault: '502', times: 1 })
  const empty = () => bench.reply('', { channelId: 'nobody', response: [] })
  expect((await empty()).status).toBe(502)
  expect(await empty()).toMatchObject({ status: 200, body: { ok: 0 } })
})

test('a limit of calls is told in every answer, for each token by itself, and starts anew after its time', async () => {
  await bench.call('PUT', '/control/limit', { calls: 2, seconds: 1 })
  const ask = (token = TOKEN) =>
    bench.call('GET', `/vnext/rest/member?external_id=${ROY}&access_token=${token}`)
  const summary = ({ status, headers }: Awaited<ReturnType<typeof ask>>) => [
    status,
    headers.get('x-ratelimit-remaining'),
    headers.get('retry-after'),
  ]
  expect(summary(await ask())).toEqual([200, '1', null])
  expect(summary(await ask())).toEqual([200, '0', '1'])
  expect(summary(await ask())).toEqual([429, '0', '1'])
  const { token } = (await bench.call('POST', '/control/tokens', { scopes: ['member:read'] })).body
  expect(summary(await ask(token))).toEqual([200, '1', null])
  await expect.poll(async () => summary(await ask()), { timeout: 3_000 }).toEqual([200, '1', null])
  await bench.call('DELETE', '/control/limit')
  expect(summary(await ask())).toEqual([200, null, null])
})

test('a call that is never answered does not keep the simulator from closing', async () => {
  const other = await openBench()
  const hanging = other.reply('fail:timeout').catch((error: Error) => error)
  await other.receiver.until(1, isEcho)
  await other.close()
  expect(await hanging).toBeInstanceOf(Error)
})

test('fail:reset cuts the connection, yet the member has the message and the echo comes', async () => {
  await expect(replyWithin(3_000, 'fail:reset')).rejects.toThrow('fetch failed')
  await bench.receiver.until(1, isEcho)
  expect(await bench.phone()).toHaveLength(1)
})

test('a slow answer comes after its echo and takes as long as was asked for', async () => {
  await bench.call('POST', '/control/faults', { fault: 'slow', ms: 250 })
  const started = performance.now()
  const answer = bench.reply('Hi')
  await bench.receiver.until(1, isEcho)
  expect((await answer).body.ok).toBe(1)
  expect(performance.now() - started).toBeGreaterThanOrEqual(249)
})

test('fail:duplicate delivers each webhook three times, byte for byte, and the phone has one line', async () => {
  await bench.reply('fail:duplicate')
  const echoes = await bench.receiver.until(3, isEcho)
  expect(new Set(echoes.map((one) => one.bytes.toString())).size).toBe(1)
  await bench.receiver.until(3, isStatus('delivered'))
  expect(await bench.phone()).toHaveLength(1)
})

test('a member’s message is duplicated as often as was asked for', async () => {
  await bench.say('Hello', { faults: ['duplicate'], copies: 7 })
  expect(await bench.receiver.until(7, isRaw)).toHaveLength(7)
  await bench.receiver.until(7, isNormalized)
})

test('fail:shuffle turns the order of the webhooks around, and all arrive', async () => {
  await bench.reply('fail:shuffle')
  await bench.receiver.until(1, isEcho)
  await bench.receiver.until(1, isStatus('sent'))
  await bench.receiver.until(1, isStatus('delivered'))
  const order = bench.receiver.received.map((one) => one.body.statuses?.[0].status ?? one.body.type)
  expect(order).toEqual(['delivered', 'sent', 'MANUAL'])
})

test('fail:echo-first brings the echo before the answer', async () => {
  await bench.reply('fail:echo-first')
  expect(bench.receiver.received.filter(isEcho)).toHaveLength(1)
})

test('fail:no-echo sends the message without an echo', async () => {
  expect((await bench.reply('fail:no-echo')).body.ok).toBe(1)
  await bench.receiver.until(1, isStatus('delivered'))
  expect(bench.receiver.received.filter(isEcho)).toEqual([])
})

test('fail:no-id tells the message’s id neither in the answer nor in the echo', async () => {
  const [entry] = (await bench.reply('fail:no-id')).body.sendResults[0].result
  expect(entry.result).toEqual({})
  expect(entry.messageEvent).not.toHaveProperty('messageId')
  const [echo] = await bench.receiver.until(1, isEcho)
  expect(echo?.body.messageEvent).not.toHaveProperty('messageId')
})

test('fail:later accepts the message and then reports it as failed', async () => {
  expect((await bench.reply('fail:later')).body.ok).toBe(1)
  const [failed] = await bench.receiver.until(1, isStatus('failed'))
  expect(failed?.body.statuses[0].errors[0].code).toBe(470)
  expect((await bench.phone())[0]?.receipt).toBe('failed')
})

test('what a member writes makes the next reply to them fail, and only that one', async () => {
  await bench.say('fail:refuse')
  expect((await bench.reply('Hi')).status).toBe(400)
  expect((await bench.reply('Hi')).body.ok).toBe(1)
})

test('the control API makes the next n calls of one API fail, for one channel, until it is taken back', async () => {
  const path = `/vnext/rest/member/live_chat?access_token=${TOKEN}`
  const patch = () => bench.call('PATCH', path, { externalId: ROY, liveChat: false })
  const ask = (more: object) =>
    bench.call('POST', '/control/faults', { fault: 'ok0', api: 'live_chat', ...more })
  await ask({ channel: 'another' })
  expect((await patch()).body.ok).toBe(1)
  await ask({ times: 2 })
  expect([(await patch()).body.ok, (await patch()).body.ok, (await patch()).body.ok]).toEqual([
    0, 0, 1,
  ])
  await ask({ times: 5 })
  await bench.call('DELETE', '/control/faults')
  expect((await patch()).body.ok).toBe(1)
})

test('taking over can be accepted while its answer is lost', async () => {
  await bench.liveChat(false)
  await bench.call('POST', '/control/faults', { fault: '502-accepted', api: 'live_chat' })
  const path = `/vnext/rest/member/live_chat?access_token=${TOKEN}`
  expect((await bench.call('PATCH', path, { externalId: ROY, liveChat: true })).status).toBe(502)
  const { body } = await bench.call(
    'GET',
    `/vnext/rest/member?external_id=${ROY}&access_token=${TOKEN}`,
  )
  expect(body.member.botMeta.liveChat).toBe(true)
})
