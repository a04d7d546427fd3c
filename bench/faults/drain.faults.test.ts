import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import { connect as connectSocket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { connect } from '@/lib/db/client'
import { isAlive } from '@/lib/is-alive'
import { paths } from '@/lib/paths'
import { signInAsAgent } from '../support/answered-inbox'
import type { Part, RunningApp } from '../support/bench-inbox'
import { type Delivery, makeDeliveries } from '../support/deliveries'
import { testLife } from './life'
import { askUntil, startConversations, untilSettled } from './replier'
import { TIMEOUT_MS } from './schedule'
import { openStage } from './stage'

const life = testLife()
const PARTS: Part[] = ['launcher', 'worker', 'web']
const END_MS_MAX = 10_000

test(
  'on SIGTERM what is under way is answered, streams say goodbye, jobs are handed back, and all is gone within ten seconds',
  async () => {
    const stage = await openStage(life, 'drain', 1)
    const { inbox, first, ask } = stage
    const [conversation] = await startConversations(inbox, first, ask, 1)
    if (!conversation) throw new Error('There is no conversation.')
    const sql = connect(inbox.databaseUrl, { max: 1 })
    await life.onStop(() => sql.end())
    // A job that would take longer than the end may.
    const content = { type: 'text', text: 'nobody answers fail:hang' }
    const path = paths.api.messages(conversation.conversationId)
    await askUntil(201, () => ask(first, 'POST', path, { id: randomUUID(), content }))
    await expect
      .poll(async () => (await sql`select from events where kind = 'reply.attempted'`).length, {
        timeout: 20_000,
      })
      .toBe(1)
    const cookie = await signInAsAgent(new URL(first.webhookUrl).origin)
    const stream = await openStream(first, cookie)
    const [delivery] = makeDeliveries(1, 'under way')
    if (!delivery) throw new Error('There is no delivery.')
    const answer = await beginDelivery(first, delivery)
    const pids = PARTS.map((part) => first.pidOf(part))

    const toldAt = performance.now()
    process.kill(first.child.pid ?? 0, 'SIGTERM')
    // The rest of the body comes while the web ends.
    await pause(300)
    expect(await answer.finish()).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close/i)
    expect(await first.child.ended).toBe('exit 0')
    expect(performance.now() - toldAt).toBeLessThan(END_MS_MAX)
    expect(await stream.text).toContain('event: bye')
    expect(pids.filter((pid) => pid === undefined || isAlive(pid))).toEqual([])

    await first.restart()
    const [reply] = await untilSettled(inbox, 60_000)
    expect(reply?.delivery).toBe('unconfirmed')
    const [kept] = await sql`select from messages where content->>'text' = ${delivery.text}`
    expect(kept).toBeDefined()
  },
  TIMEOUT_MS,
)

test(
  'nothing is left of an inbox whose launcher was killed',
  async () => {
    const { first } = await openStage(life, 'orphans', 1)
    const pids = PARTS.map((part) => first.pidOf(part) ?? 0)
    process.kill(first.child.pid ?? 0, 'SIGKILL')
    await expect.poll(() => pids.filter(isAlive), { timeout: END_MS_MAX }).toEqual([])
  },
  TIMEOUT_MS,
)

/** A stream as a browser has one; `text` is all it said, once it is over. */
async function openStream(app: RunningApp, cookie: string) {
  const url = new URL(paths.api.stream, app.webhookUrl)
  const request = http.get(url, { headers: { cookie } })
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  let said = ''
  response.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  return { text: once(response, 'end').then(() => said) }
}

/** Sends all of a delivery but its last byte; `finish` sends that and gives the answer. */
async function beginDelivery(app: RunningApp, { body, signature }: Delivery) {
  const { hostname, port, pathname } = new URL(app.webhookUrl)
  const socket = connectSocket(Number(port), hostname)
  await once(socket, 'connect')
  let said = ''
  socket.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Content-Length: ${body.length}`,
    `X-Stella-Signature: ${signature}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  socket.write(body.subarray(0, -1))
  await pause(100)
  return {
    async finish() {
      socket.write(body.subarray(-1))
      await once(socket, 'end')
      return said
    },
  }
}
