import { randomUUID } from 'node:crypto'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SecretCache } from '@/lib/inbox/channel/signing-secrets'
import { Rejections } from '@/lib/inbox/log/rejections'
import { Appender } from '@/lib/log/append'
import { SECRET, testInbox } from '@/lib/log/testing'
import type { Runtime } from '@/lib/shared-runtime'
import { shared } from '@/lib/shared-runtime'
import { sign } from '@/lib/stella/signature/signature'
import { answerWebhook } from './webhook-path'

const inbox = testInbox()
let server: http.Server
let url = ''
let running: Runtime

beforeAll(async () => {
  const { sql } = inbox.ctx
  const receiver = {
    appender: new Appender(sql),
    secrets: new SecretCache(inbox.ctx),
    rejections: new Rejections(sql, () => {}),
    wake: () => {},
  }
  // The path needs nothing else of the runtime.
  running = { receiver } as Runtime
  server = http.createServer((request, response) => {
    if (!answerWebhook(request, response)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  shared.runtime = running
})
afterAll(async () => {
  shared.runtime = undefined
  server.closeAllConnections()
  server.close()
  await running.receiver.rejections.stop()
})

function deliver(path: string, body: string, signature = sign(SECRET, Buffer.from(body))) {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body,
    headers: { 'X-Stella-Signature': signature, 'User-Agent': 'Stella' },
  })
}

test('all other requests are left to Next', async () => {
  const { webhookPath } = await inbox.channel()
  expect((await fetch(`${url}${webhookPath}`)).status).toBe(418)
  for (const path of ['/', '/api/webhooks', '/api/webhooks/a/b', '/api/conversations'])
    expect((await deliver(path, '{}')).status, path).toBe(418)
})

test('a sender who goes away in the middle of a body leaves nothing and breaks nothing', async () => {
  const { id, webhookPath } = await inbox.channel()
  const { port, hostname } = new URL(url)
  const gone = new Promise<void>((resolve) =>
    server.once('request', (request) => request.once('close', resolve)),
  )
  const socket = net.connect(Number(port), hostname)
  socket.write(
    `POST ${webhookPath} HTTP/1.1\r\nHost: inbox\r\nContent-Length: 100\r\n\r\nhalf a body`,
    () => socket.resetAndDestroy(),
  )
  await gone
  expect((await deliver(webhookPath, 'whole')).status).toBe(200)
  const rows = await inbox.ctx.sql`
    select 1 from events where channel_id = ${id} and kind = 'webhook'`
  expect(rows).toHaveLength(1)
})

test('of a body to an address that nobody gave out nothing is waited for', async () => {
  const { port } = new URL(url)
  for (const address of [randomUUID(), 'no-uuid']) {
    const socket = net.connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    // It announces a mebibyte and never sends it.
    socket.write(
      `POST /api/webhooks/${address} HTTP/1.1\r\nHost: inbox\r\nContent-Length: 1048576\r\n\r\n{`,
    )
    await expect.poll(() => answer, { timeout: 10_000 }).toMatch(/^HTTP\/1\.1 404 /)
    socket.destroy()
  }
})

test('bodies that never end can’t fill the memory: those that began first have to come again, and who signs gets through', async () => {
  const { webhookPath } = await inbox.channel()
  const { port } = new URL(url)
  const almost = Buffer.alloc(1024 * 1024 - 1, 'x')
  const answers: string[] = []
  const sockets = Array.from({ length: 80 }, () => {
    const socket = net.connect(Number(port), '127.0.0.1')
    socket.on('data', (chunk) => answers.push(String(chunk).slice(0, 12)))
    socket.on('error', () => {})
    socket.write(`POST ${webhookPath} HTTP/1.1\r\nHost: inbox\r\nContent-Length: 1048576\r\n\r\n`)
    socket.write(almost)
    return socket
  })
  await expect.poll(() => answers.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(16)
  expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 503']))
  expect((await deliver(webhookPath, 'signed')).status).toBe(200)
  for (const socket of sockets) socket.destroy()
})
