import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countLostEvents, sumEvents } from '@/lib/db/log/event-sums'
import { SecretCache } from '@/lib/inbox/channel/signing-secrets'
import { Rejections } from '@/lib/inbox/log/rejections'
import { Appender } from '@/lib/log/append'
import { foldPending } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { SECRET, testInbox } from '@/lib/log/testing'
import type { Runtime } from '@/lib/shared-runtime'
import { shared } from '@/lib/shared-runtime'
import type { Fixture } from '@/lib/stella/fixtures/load'
import { mutatedBodies } from '@/lib/stella/fixtures/mutate'
import { sign } from '@/lib/stella/signature/signature'
import { answerWebhook } from './webhook-path'

const BODIES = process.env.LONG_FAULTS === '1' ? 100_000 : 2_000
const TIMEOUT_MS = 60_000 + BODIES * 12
const SENDERS = 16

const inbox = testInbox()
const agent = new http.Agent({ keepAlive: true, maxSockets: SENDERS })
let server: http.Server

beforeAll(async () => {
  const { sql } = inbox.ctx
  const receiver = {
    appender: new Appender(sql),
    secrets: new SecretCache(inbox.ctx),
    rejections: new Rejections(sql, () => {}),
    wake: () => {},
  }
  // The path needs nothing else of the runtime.
  shared.runtime = { receiver } as Runtime
  server = http.createServer((request, response) => {
    if (!answerWebhook(request, response)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  const { receiver } = shared.runtime ?? {}
  shared.runtime = undefined
  agent.destroy()
  server.close()
  await receiver?.rejections.stop()
})

test(
  `${BODIES} mutated bodies over HTTP: each is answered 200, each ends somewhere, and a rebuild agrees`,
  async () => {
    const { sql } = inbox.ctx
    const deliveries = await addressed(fc.sample(mutatedBodies(), BODIES))
    const answers = await deliverAll(deliveries)
    expect(Object.fromEntries(answers)).toEqual({ 200: BODIES })

    await foldPending(sql)
    expect(await countLostEvents(sql)).toBe(0)
    const sums = await sumEvents(sql)
    expect(sums.reduce((total, sum) => total + sum.received, 0)).toBe(BODIES)
    expect(sums.every((sum) => sum.inWork === 0)).toBe(true)
    const [failed] = await sql`
      select error from event_outcomes where error::text ~ 'delivery[.]problem[.](folding|saving)' limit 1`
    expect(failed).toBeUndefined()
    const events = await sql<{ sha256: Buffer }[]>`
      select sha256 from events where kind = 'webhook'`
    const stored = new Set(events.map(({ sha256 }) => Buffer.from(sha256).toString('hex')))
    expect(stored).toEqual(new Set(deliveries.map(({ bytes }) => hashOf(bytes))))
    const check = await checkRebuild(sql)
    expect(check.tables.filter((table) => !table.same)).toEqual([])
  },
  TIMEOUT_MS,
)

interface Delivery {
  path: string
  bytes: Buffer
}

/** Each body with the address of a channel of its platform. */
async function addressed(bodies: { fixture: Fixture; bytes: Buffer }[]): Promise<Delivery[]> {
  const paths = new Map<string, string>()
  const deliveries: Delivery[] = []
  for (const { fixture, bytes } of bodies) {
    const { platform, externalId, dialect } = fixture.channel
    const key = `${platform} ${dialect}`
    const path = paths.get(key) ?? (await inbox.channel(platform, externalId, dialect)).webhookPath
    paths.set(key, path)
    deliveries.push({ path, bytes })
  }
  return deliveries
}

/** How often which status was answered. */
async function deliverAll(deliveries: Delivery[]): Promise<Map<number, number>> {
  const answers = new Map<number, number>()
  const rest = deliveries.values()
  const send = async () => {
    for (const delivery of rest) {
      const status = await deliver(delivery)
      answers.set(status, (answers.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, send))
  return answers
}

function deliver({ path, bytes }: Delivery): Promise<number> {
  const { port } = server.address() as AddressInfo
  const signature = sign(SECRET, bytes)
  const headers = {
    'X-Stella-Signature': signature,
    // Channels of the newer dialect look for this one.
    'X-Woztell-Signature': signature,
    'Content-Length': bytes.length,
  }
  return new Promise((resolve, reject) => {
    const options = { port, path, method: 'POST', headers, agent }
    const request = http.request(options, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    request.once('error', reject).end(bytes)
  })
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
