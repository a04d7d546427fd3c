import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StellaConnection } from './call'
import { sendResponse } from './client'

let server: http.Server
let connection: StellaConnection
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
  }
})
afterAll(() => server.close())

const OK = '{"ok":1}'

function send(status: number, headers: Record<string, string>, body = OK) {
  answer = { status, headers, body }
  const to = { channelId: 'c', recipientId: 'r', response: { type: 'TEXT', text: 'x' } }
  return sendResponse(connection, to)
}

test('a limit that is used up asks for a rest: as Stella says, else the average distance of calls', async () => {
  expect(await send(200, { 'X-RateLimit-Remaining': '3' })).toMatchObject({
    kind: 'ok',
    pauseMs: undefined,
  })
  const limits = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Limit': '120' }
  expect(await send(200, limits)).toMatchObject({ kind: 'ok', pauseMs: 500 })
  expect(await send(200, { ...limits, 'Retry-After': '7' })).toMatchObject({
    kind: 'ok',
    pauseMs: 7_000,
  })
  expect(await send(200, { 'X-RateLimit-Remaining': '0' })).toMatchObject({ pauseMs: 1_000 })
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
