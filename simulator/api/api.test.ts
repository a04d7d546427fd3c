import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type Bench,
  isOutbound,
  MESSENGER,
  openBench,
  ROY,
  TOKEN,
  TOM,
  WHATSAPP,
} from '../test-bench'

let bench: Bench

beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const rest = (path: string) =>
  `/vnext/rest${path}${path.includes('?') ? '&' : '?'}access_token=${TOKEN}`

test('the member of the document is found by external id and by member id', async () => {
  const { status, body } = await bench.call('GET', rest(`/member?external_id=${ROY}`))
  expect(status).toBe(200)
  expect(body).toEqual({
    ok: 1,
    member: {
      _id: '5efaeba88bb86af1c4dad0b5',
      externalId: ROY,
      app: 'demo-app',
      channel: WHATSAPP,
      platform: 'whatsapp',
      profile: { name: 'Roy' },
      tags: [],
      meta: {},
      botMeta: {
        subscribe: true,
        liveChat: false,
        tree: 'tree-shop',
        nodeCompositeId: 'tree-shop-welcome',
        tempData: {},
      },
      botId: '85268227287',
      admin: null,
      group: null,
      fbId: null,
      firstName: 'Roy',
      lastName: null,
      name: null,
      profilePic: null,
      gender: null,
      locale: null,
      email: null,
      profilePicString: null,
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
      etag: expect.stringMatching(/^d-/),
      _version: 1,
    },
  })
  const byId = await bench.call('GET', rest(`/member?member_id=${body.member._id}`))
  expect(byId.body).toEqual(body)
})

test.each([
  ['/member', 'Either external_id or member_id is required.'],
  ['/member?external_id=nobody', 'Member not found.'],
])('GET %s says why not, with 200 and ok:0', async (path, message) => {
  const { status, body } = await bench.call('GET', rest(path))
  expect([status, body]).toEqual([200, { ok: 0, error: { message } }])
})

test('live chat is switched by either id, and the member says so', async () => {
  const on = await bench.call('PATCH', rest('/member/live_chat'), {
    externalId: ROY,
    liveChat: true,
    appId: 'x',
  })
  expect(on.body).toEqual({ ok: 1, memberId: '5efaeba88bb86af1c4dad0b5' })
  const { body } = await bench.call('GET', rest(`/member?external_id=${ROY}`))
  expect(body.member.botMeta.liveChat).toBe(true)
  const off = { memberId: on.body.memberId, liveChat: false }
  expect((await bench.call('PATCH', rest('/member/live_chat'), off)).body.ok).toBe(1)
  const wrong = await bench.call('PATCH', rest('/member/live_chat'), {
    externalId: ROY,
    liveChat: 'yes',
  })
  expect(wrong.body).toEqual({ ok: 0, error: { message: 'liveChat must be true or false.' } })
})

test('a phone number on two channels means the member who wrote last, or the one of the token’s app', async () => {
  await bench.connect('second', 'whatsapp', '85200000000', { app: 'other-app' })
  await bench.say('Hello', { channel: 'second' })
  const { body } = await bench.call('GET', rest(`/member?external_id=${ROY}`))
  expect(body.member.channel).toBe('second')
  const { token } = (await bench.call('POST', '/control/tokens', { app: 'demo-app' })).body
  const own = await bench.call('GET', `/vnext/rest/member?external_id=${ROY}&accessToken=${token}`)
  expect(own.body.member.channel).toBe(WHATSAPP)
})

test('integrations are created, listed by GET and POST, and deleted; the id field is reserved', async () => {
  const created = await bench.call('PUT', rest('/integration'), {
    accessToken: 'some-token',
    clientKey: 'k',
  })
  const { integrationId } = created.body
  expect(created.body).toEqual({ ok: 1, integrationId: expect.stringMatching(/^\w{13}$/) })
  const listed = {
    ok: 1,
    integrations: [{ id: integrationId, accessToken: 'some-token', clientKey: 'k' }],
  }
  expect((await bench.call('GET', rest('/integrations'))).body).toEqual(listed)
  expect((await bench.call('POST', rest('/integrations'), {})).body).toEqual(listed)
  const reserved = await bench.call('PUT', rest('/integration'), { id: 'mine' })
  expect(reserved.body).toEqual({
    ok: 0,
    error: { message: 'The field id is reserved for internal use.' },
  })
  expect((await bench.call('DELETE', rest(`/integration/${integrationId}`))).body).toEqual({
    ok: 1,
  })
  expect((await bench.call('DELETE', rest(`/integration/${integrationId}`))).body.ok).toBe(0)
  expect((await bench.call('GET', rest('/integrations'))).body.integrations).toEqual([])
})

test('a media id becomes a URL with real bytes of the announced type and hash, in ranges too', async () => {
  await bench.say('', { text: undefined, media: 'image', piece: 'receipt' })
  const raw = await bench.receiver.until(1, (one) => one.body.messages)
  const { id, sha256, mime_type } = raw.map((one) => one.body.messages[0].image)[0]
  const file = `/vnext/file/whatsapp/${id}?channel=${WHATSAPP}&access_token=${TOKEN}`
  const { body } = await bench.call('GET', file)
  expect(body).toEqual({ ok: 1, url: expect.stringContaining(`${bench.simulator.url}/media/`) })

  const response = await fetch(body.url)
  const bytes = Buffer.from(await response.arrayBuffer())
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  expect(response.headers.get('content-type')).toBe(mime_type)
  expect(Buffer.from(digest).toString('hex')).toBe(sha256)
  const part = await fetch(body.url, { headers: { Range: 'bytes=0-7' } })
  expect(part.status).toBe(206)
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 8))
})

test('an unknown media id or channel is refused in words', async () => {
  const ask = (id: string, channel: string) =>
    bench.call('GET', `/vnext/file/whatsapp/${id}?channel=${channel}&access_token=${TOKEN}`)
  expect((await ask('nothing', WHATSAPP)).body.error.message).toMatch('Media not found')
  expect((await ask('nothing', 'nowhere')).body.error.message).toBe('Channel not found.')
})

test('a reply is answered as documented, stands on the phone once, and comes back as MANUAL with the same id', async () => {
  const { status, body } = await bench.reply('Thanks for waiting')
  const [line] = await bench.phone()
  const messageEvent = {
    from: '85268227287',
    to: ROY,
    timestamp: line?.at,
    type: 'TEXT',
    data: { text: 'Thanks for waiting' },
    messageId: line?.id,
  }
  expect(status).toBe(200)
  expect(body).toEqual({
    ok: 1,
    member: '5efaeba88bb86af1c4dad0b5',
    sendResults: [{ result: [{ result: { messages: [{ id: line?.id }] }, messageEvent }] }],
  })
  const [echo] = await bench.receiver.until(1, isOutbound('MANUAL'))
  expect(echo?.body).toEqual({ type: 'MANUAL', app: 'demo-app', channel: WHATSAPP, messageEvent })
  expect(await bench.phone()).toHaveLength(1)
})

test('both array keys, the older single call and a number with signs in it are understood', async () => {
  const to = { channelId: WHATSAPP, recipientId: '+852 6090-3521' }
  const text = { type: 'TEXT', text: 'x' }
  const send = (path: string, body: object) =>
    bench.call('POST', `${path}?access_token=${TOKEN}`, { ...to, ...body })
  expect((await send('/sendResponses', { responses: [text, text] })).body.sendResults).toHaveLength(
    2,
  )
  expect((await send('/sendResponses', { response: [text] })).body.ok).toBe(1)
  expect((await send('/sendResponse', { response: text })).body.ok).toBe(1)
  expect(await bench.phone()).toHaveLength(4)
})

test('on Messenger the answer names recipient and message', async () => {
  await bench.connect(MESSENGER, 'messenger', 'PAGE')
  const { body } = await bench.reply('Hi', { channelId: MESSENGER, recipientId: TOM })
  const [entry] = body.sendResults[0].result
  expect(entry.result).toEqual({ recipient_id: TOM, message_id: entry.messageEvent.messageId })
})

test.each([
  [{ channelId: 'nowhere' }, 'Channel not found.'],
  [{ recipientId: undefined }, 'Either recipientId or memberId is required.'],
  [{ response: [] }, 'response must hold at least one message.'],
  [
    { response: [{ type: 'TEXT', text: 'x'.repeat(2001) }] },
    'text can have at most 2000 characters.',
  ],
  [{ response: [{ type: 'IMAGE', url: 'x' }] }, 'url must be a public address.'],
])('a reply that can not be sent is refused with a code and words: %j', async (wrong, err) => {
  const { status, body } = await bench.reply('Hi', wrong)
  expect([status, body]).toEqual([200, { ok: 0, err_code: 100, err }])
  expect(await bench.phone()).toEqual([])
})

test('no token, a wrong token and a token without the scope are refused in words', async () => {
  const get = (token: string) => bench.call('GET', `/vnext/rest/member?external_id=${ROY}${token}`)
  expect(await get('')).toMatchObject({
    status: 401,
    body: { error: { message: 'The access token is missing.' } },
  })
  expect((await get('&access_token=wrong')).status).toBe(401)
  const { token } = (await bench.call('POST', '/control/tokens', { scopes: ['bot:sendResponses'] }))
    .body
  expect(await get(`&access_token=${token}`)).toMatchObject({
    status: 403,
    body: { ok: 0, error: { message: expect.stringContaining('member:read') } },
  })
  const send = await bench.call('POST', '/sendResponses?accessToken=wrong', {})
  expect(send).toMatchObject({
    status: 401,
    body: { ok: 0, err: 'The access token is not valid.' },
  })
})

test('a member is put on a node of the bot and gets its question', async () => {
  const { token } = (
    await bench.call('POST', '/control/tokens', { scopes: ['bot:redirectMemberToNode'] })
  ).body
  const { body } = await bench.call('POST', `/redirectMemberToNode?accessToken=${token}`, {
    channelId: WHATSAPP,
    recipientId: ROY,
    redirect: { tree: 'tree-shop', nodeCompositeId: 'tree-shop-track-order' },
  })
  expect(body.ok).toBe(1)
  await bench.say('HK-20391')
  expect((await bench.phone()).map((line) => line.from)).toEqual(['bot', 'member', 'bot', 'bot'])
})

test('the log of calls tells what was asked, without the token', async () => {
  await bench.reply('Hello')
  const { requests } = (await bench.call('GET', '/control/requests?since=0')).body
  expect(requests).toMatchObject([
    { seq: 1, method: 'POST', path: '/sendResponses', query: {}, token: '…oken', status: 200 },
  ])
  expect(requests[0].body.response).toEqual([{ type: 'TEXT', text: 'Hello' }])
  expect(JSON.stringify(requests)).not.toContain(TOKEN)
  expect((await bench.call('GET', '/control/requests?since=1')).body.requests).toEqual([])
})
