import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StellaConnection } from './call'
import type { StellaOutcome } from './call-outcome'
import { dropIntegration, fetchIntegrations, postIntegration } from './integration-calls'
import {
  getMember,
  getWhatsAppFile,
  knock,
  patchLiveChat,
  redirectToNode,
  sendResponse,
} from './stella-client'

let server: http.Server
let connection: StellaConnection
let rests: number[] = []
let answer: { status: number; headers: Record<string, string>; body: string }

beforeAll(async () => {
  server = http.createServer((_request, response) => {
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  connection = {
    accessToken: 'token',
    botUrl: url,
    restUrl: url,
    fileUrl: url,
    responseKey: 'response',
    tokenParam: 'access_token',
    allowPrivate: true,
    onLimit: async (restMs) => void rests.push(restMs),
  }
})
beforeEach(() => {
  rests = []
})
afterAll(() => server.close())

const OK = '{"ok":1}'

function send(status: number, headers: Record<string, string>, body = OK) {
  answer = { status, headers, body }
  const to = { channelId: 'c', recipientId: 'r', response: { type: 'TEXT', text: 'x' } }
  return sendResponse(connection, to)
}

test('a limit that is used up asks for a rest: as Stella says, else the average distance of calls', async () => {
  await send(200, { 'X-RateLimit-Remaining': '3' })
  expect(rests).toEqual([])
  const limits = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Limit': '120' }
  expect(await send(200, limits)).toMatchObject({ kind: 'ok', restMs: 500 })
  await send(200, { ...limits, 'Retry-After': '7' })
  await send(200, { 'X-RateLimit-Remaining': '0' })
  await send(200, limits, '{"ok":0,"err":"No"}')
  await send(429, { 'Retry-After': '9' }, '{"ok":0,"err":"Busy"}')
  await send(429, {}, '{"ok":0,"err":"Busy"}')
  // An outage of one API says nothing of the limit of all.
  await send(503, { 'Retry-After': '9' }, '{"ok":0,"err":"Away"}')
  expect(rests).toEqual([500, 7_000, 1_000, 500, 9_000, 1_000])
})

const MEMBER = { externalId: '85260903521' }
const CALLS: [string, () => Promise<StellaOutcome<unknown>>][] = [
  ['getMember', () => getMember(connection, MEMBER)],
  ['patchLiveChat', () => patchLiveChat(connection, { ...MEMBER, liveChat: true })],
  [
    'redirectToNode',
    () => redirectToNode(connection, { channelId: 'c', recipientId: 'r', node: { id: 'n' } }),
  ],
  ['getWhatsAppFile', () => getWhatsAppFile(connection, { mediaId: 'm', channelId: 'c' })],
  ['knock', () => knock(connection)],
  ['listIntegrations', () => fetchIntegrations(connection)],
  ['createIntegration', () => postIntegration(connection, {})],
  ['deleteIntegration', () => dropIntegration(connection, 'i')],
]

test.each(CALLS)('%s tells of a limit like every other call', async (_name, ask) => {
  answer = { status: 429, headers: { 'Retry-After': '3' }, body: '{"ok":0,"err":"Busy"}' }
  expect(await ask()).toMatchObject({ kind: 'unreached', busy: true, retryAfterMs: 3_000 })
  answer = { status: 200, headers: { 'X-RateLimit-Remaining': '0' }, body: OK }
  await ask()
  expect(rests).toEqual([3_000, 1_000])
})

test('what nobody knows the end of says whether Stella spoke at all', async () => {
  expect(await send(502, {}, '<html></html>')).toMatchObject({ trouble: 'no-answer' })
  expect(await send(500, {}, '{"ok":0,"err":"x is null"}')).toMatchObject({ trouble: 'error' })
  expect(await send(200, {}, '<html></html>')).toMatchObject({ trouble: 'unreadable' })
})

test('429, and 503 with Retry-After, were not accepted; a 503 without may have been', async () => {
  const no = '{"ok":0,"err":"Busy"}'
  expect(await send(429, {}, no)).toMatchObject({ kind: 'unreached', retryAfterMs: undefined })
  expect(await send(503, { 'Retry-After': '2' }, no)).toMatchObject({
    kind: 'unreached',
    retryAfterMs: 2_000,
  })
  expect(await send(503, {}, no)).toMatchObject({ kind: 'unclear' })
  const later = new Date(Date.now() + 60_000).toUTCString()
  const dated = await send(429, { 'Retry-After': later }, no)
  expect(dated.kind === 'unreached' && dated.retryAfterMs).toBeGreaterThan(50_000)
})
