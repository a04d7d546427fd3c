import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgent } from '@/lib/admin/people/add-agent'
import { sessionSecret } from '@/lib/auth/session-token'
import { FEED_CHANNEL } from '@/lib/db/log/feed'
import { endSession } from '@/lib/db/people/sessions'
import { testInbox } from '@/lib/log/testing'
import { FAREWELL } from '@/lib/realtime/frames'
import { Hub } from '@/lib/realtime/hub'
import { type Runtime, shared } from '@/lib/shared-runtime'
import { answerStream } from './answer-stream'

const inbox = testInbox()
let hub: Hub
let server: http.Server
let url = ''
let cookie = ''
let sessionId = ''
let channelId = ''

beforeAll(async () => {
  const { ctx } = inbox
  hub = new Hub(ctx.sql, (error) => {
    throw error
  })
  await hub.start(FEED_CHANNEL)
  // The stream needs nothing else of the runtime.
  shared.runtime = { ctx, hub, settings: {} } as Runtime
  server = http.createServer((request, response) => {
    const next = () => response.writeHead(418).end()
    if (!answerStream(request, response, next)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const person = { email: 'ana@example.com', name: 'Ana', password: 'long enough' }
  const { id } = await addAgent(ctx, { ...person, role: 'agent' })
  sessionId = randomUUID()
  await ctx.sql`insert into sessions (id, agent_id, expires_at)
    values (${sessionId}, ${id}, now() + interval '1 hour')`
  const token = await encode({ token: { sessionId }, secret: sessionSecret(ctx.keys) })
  cookie = `other=1; stella-inbox.session=${token}`
  channelId = (await inbox.channel()).id
})
afterAll(async () => {
  shared.runtime = undefined
  await hub.stop(FAREWELL)
  server.closeAllConnections()
  server.close()
})

test('who is not signed in, or asks for what is no number, is left to the route and what it says', async () => {
  expect((await ask('', {})).status).toBe(418)
  expect((await ask('', { cookie: 'stella-inbox.session=forged' })).status).toBe(418)
  expect((await ask('?after=soon', { cookie })).status).toBe(418)
})

test('every other address and method is nothing of the stream’s', async () => {
  expect((await fetch(`${url}/api/streams`, { headers: { cookie } })).status).toBe(404)
  expect((await fetch(`${url}/api/stream`, { method: 'POST', headers: { cookie } })).status).toBe(
    404,
  )
})

test('a browser has the lines of what it shows, and of others their rows and that there are lines', async () => {
  const all = await open('')
  await says('85260000001', 'first')
  await all.until(/first/)
  const id = /"conversationId":"([^"]+)"/.exec(all.text())?.[1] ?? ''
  const shown = await open(`?shown=${id}`)
  const none = await open('?shown=')
  await says('85260000001', 'second')
  await shown.until(/"text":"second"/)
  await none.until(/"untold":\["/)
  expect(none.text()).toContain(id)
  expect(none.text()).not.toContain('"text":"second"')
  expect(none.response.headers.get('cache-control')).toBe('no-store, no-transform')
  await Promise.all([all, shown, none].map((each) => each.leave()))
  await expect.poll(() => hub.size).toBe(0)
})

test('what changed since a number comes at once, also as Last-Event-ID', async () => {
  await says('85260000002', 'missed')
  for (const stream of [await open('?after=0'), await open('', { 'last-event-id': '0' })]) {
    await stream.until(/missed/)
    await stream.leave()
  }
})

test('a session that ends, ends its stream', async () => {
  const stream = await open('')
  await endSession(inbox.ctx.sql, sessionId)
  await stream.ended
})

function ask(query: string, headers: Record<string, string>) {
  return fetch(`${url}/api/stream${query}`, { headers })
}

async function open(query: string, headers: Record<string, string> = {}) {
  const response = await ask(query, { cookie, ...headers })
  expect(response.status).toBe(200)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const ended = (async () => {
    for (;;) {
      const read = await reader?.read()
      if (!read || read.done) return
      text += read.value
    }
  })()
  await expect.poll(() => text).toContain('event: hello')
  return {
    response,
    ended,
    text: () => text,
    until: (what: RegExp) => expect.poll(() => text, { timeout: 10_000 }).toMatch(what),
    leave: () => reader?.cancel(),
  }
}

function says(from: string, text: string) {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  return inbox.receive(channelId, {
    from,
    to: '85268227287',
    timestamp,
    type: 'TEXT',
    data: { text },
  })
}
