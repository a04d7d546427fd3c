import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import type { StellaConnection } from './call'
import { checkApis } from './check'
import { knock } from './stella-client'

const CANARY = 'what the host says, and nobody else should read'
const servers: http.Server[] = []
let asked: string[] = []
let answer: { status: number; headers?: Record<string, string>; body: string }
let url = ''

beforeAll(async () => {
  url = await listen((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
})
beforeEach(() => {
  asked = []
})
afterAll(() => servers.map((server) => server.close()))

async function listen(handle: http.RequestListener): Promise<string> {
  const server = http.createServer(handle)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function connectionTo(address: string, allowPrivate: boolean): StellaConnection {
  return {
    accessToken: 'the token',
    botUrl: address,
    restUrl: address,
    fileUrl: address,
    responseKey: 'response',
    tokenParam: 'access_token',
    allowPrivate,
  }
}

test('the token goes to no address of this machine, by number or by name', async () => {
  answer = { status: 200, body: '{"ok":1}' }
  const { port } = new URL(url)
  for (const address of [url, `https://127.0.0.1:${port}`, `https://localhost:${port}`]) {
    const outcome = await knock(connectionTo(address, false))
    expect(outcome).toMatchObject({
      kind: 'unreached',
      reason: reason('connection.call.notPublic'),
    })
  }
  expect(asked).toEqual([])
  expect(await knock(connectionTo(url, true))).toMatchObject({ kind: 'ok' })
})

test('a redirect is not followed, so the token stays where it was given', async () => {
  const elsewhere: string[] = []
  const other = await listen((request, response) => {
    elsewhere.push(request.url ?? '')
    response.end('{"ok":1}')
  })
  for (const status of [301, 302, 307, 308]) {
    answer = { status, headers: { location: `${other}/sendResponses` }, body: '' }
    expect(await knock(connectionTo(url, true))).not.toMatchObject({ kind: 'ok' })
  }
  expect(elsewhere).toEqual([])
})

test.each([
  [200, { ok: 0, err: CANARY }],
  [400, { error: { message: CANARY } }],
  [401, { message: CANARY }],
  [403, { err: `missing scope ${CANARY}` }],
  [404, { err: CANARY }],
  [429, { err: CANARY }],
  [500, { ok: 0, err: CANARY }],
  [502, { err: CANARY }],
  [200, CANARY],
])(
  'a check tells the kind of an answer with %i, never the host’s own words',
  async (status, body) => {
    answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
    const found = await checkApis(connectionTo(url, true))
    expect(asked.length).toBeGreaterThan(5)
    expect(JSON.stringify(found)).not.toContain('nobody else')
    for (const { text } of found) expect(english.say(text)).toMatch(/\.$/)
  },
)

test('an answer without end is cut off at a mebibyte instead of being collected', async () => {
  let sent = 0
  let isOver = false
  const endless = await listen((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.on('close', () => {
      isOver = true
    })
    const chunk = Buffer.alloc(64 * 1024, '[')
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length
      sent += chunk.length
    }
    response.on('drain', more)
    more()
  })
  const outcome = await knock(connectionTo(endless, true))
  expect(outcome).toMatchObject({ kind: 'unclear', trouble: 'unreadable' })
  await expect.poll(() => isOver, { timeout: 10_000 }).toBe(true)
  // What the kernel and both ends hold is on top of the mebibyte.
  expect(sent).toBeLessThan(32 * 1024 * 1024)
})
