import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { Pool } from 'undici'
import { expect, test } from 'vitest'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { connect, type Sql } from '@/lib/db/client'
import { countLostEvents, SUM_PARTS, sumEvents, totalOf } from '@/lib/db/log/event-sums'
import { checkRebuild } from '@/lib/log/rebuild'
import { mutatedBodies } from '@/lib/stella/fixtures/mutate'
import { sign } from '@/lib/stella/signature/signature'
import { openInbox, type RunningApp, startApp } from '../support/bench-inbox'
import { SECRET } from '../support/deliveries'
import { untilFolded } from '../support/folded'
import { residentMb } from '../support/memory'
import { openPlatforms } from '../support/platforms'
import { CONNECTIONS, inParallel } from '../support/poster'
import { createFaultInbox } from './fault-cluster'
import { testLife } from './life'
import { malformedRequests, statusOf } from './malformed-http'
import { IS_LONG, TIMEOUT_MS } from './schedule'

const BODIES = IS_LONG ? 100_000 : 1_000
const FORGERIES = IS_LONG ? 10_000 : 600
const MALFORMED_ROUNDS = IS_LONG ? 50 : 1
/** So many at a time, while the tables are held. */
const BURST = 200
/** Growth after a quarter of the storm; a short storm ends before memory has found its level. */
const GROWTH_MAX = IS_LONG ? 1.1 : 1.5

const life = testLife()

/** T7 of the figures to reach, on the built app. Route and fast path call the same function: in short one of them is enough. */
for (const byRoute of IS_LONG ? [false, true] : [false])
  test(
    `${byRoute ? 'by the route' : 'by the fast path'}: ${BODIES} mutated bodies, ${FORGERIES} forgeries and malformed HTTP do no harm`,
    async () => {
      const inbox = await openInbox(await createFaultInbox(byRoute ? 'route' : 'fast'))
      const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR, byRoute })
      const { port, origin, pathname } = new URL(app.webhookUrl)
      const sql = connect(inbox.databaseUrl, { max: 3 })
      await life.onStop(() => sql.end())
      const pool = new Pool(origin, { connections: CONNECTIONS })
      await life.onStop(() => pool.destroy())

      const deliveries = await addressed(inbox.databaseUrl)
      const quarter = deliveries.length / 4
      expect(await deliverAll(pool, deliveries.slice(0, quarter))).toEqual({ 200: quarter })
      const before = residentMb(app.pidOf('web'))
      expect(await deliverAll(pool, deliveries.slice(quarter))).toEqual({ 200: quarter * 3 })
      await forge(pool, sql, pathname)
      await malform(Number(port), pathname)
      const after = residentMb(app.pidOf('web'))
      console.log(`Resident memory: ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB.`)
      expect(after / before).toBeLessThan(GROWTH_MAX)
      await expectUnharmed(app, sql, deliveries)
    },
    TIMEOUT_MS,
  )

interface Hostile {
  path: string
  bytes: Buffer
  signature: string
}

/** Mutated bodies, each for a channel of its platform and signed. */
async function addressed(databaseUrl: string): Promise<Hostile[]> {
  const platforms = openPlatforms(databaseUrl)
  try {
    const bodies = fc.sample(mutatedBodies(), BODIES)
    return await Promise.all(
      bodies.map(async ({ fixture, bytes }) => ({
        path: await platforms.pathOf(fixture.channel),
        bytes,
        signature: sign(SECRET, bytes),
      })),
    )
  } finally {
    await platforms.close()
  }
}

/** How often which status was answered. */
async function deliverAll(pool: Pool, deliveries: Hostile[]): Promise<Record<number, number>> {
  const answers: Record<number, number> = {}
  await inParallel(deliveries, CONNECTIONS, async (delivery) => {
    const status = await deliver(pool, delivery)
    answers[status] = (answers[status] ?? 0) + 1
  })
  return answers
}

async function deliver(pool: Pool, { path, bytes, signature }: Hostile): Promise<number> {
  // Channels of the newer dialect look for the second header.
  const headers = { 'x-stella-signature': signature, 'x-woztell-signature': signature }
  const { statusCode, body } = await pool.request({ method: 'POST', path, headers, body: bytes })
  await body.dump()
  return statusCode
}

/**
 * Forgeries are answered 401 while somebody holds every table that a delivery or its refusal is written to: whoever
 * asked them would wait. What is signed does wait, so the lock is one. (The secrets themselves are read every five seconds.)
 */
async function forge(pool: Pool, sql: Sql, path: string) {
  const bytes = Buffer.from('{"messages":[],"statuses":[]}')
  const right = sign(SECRET, bytes)
  const wrong = [sign('another secret', bytes), right.slice(0, -4), `${right}=`, 'nonsense', '']
  for (let sent = 0; sent < FORGERIES; sent += BURST) {
    await sql.begin(async (tx) => {
      await tx`lock table events, pending_events, rejected_signatures in access exclusive mode`
      const burst = Array.from({ length: BURST }, (_, index) => ({
        path,
        bytes,
        signature: wrong[index % wrong.length] ?? '',
      }))
      expect(await deliverAll(pool, burst)).toEqual({ 401: BURST })
    })
  }
  let answered = false
  const waiting = await sql.begin(async (tx) => {
    await tx`lock table events in access exclusive mode`
    const signed = deliver(pool, { path, bytes, signature: right }).then((status) => {
      answered = true
      return status
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(answered).toBe(false)
    return { signed }
  })
  expect(await waiting.signed).toBe(200)
}

/** Nothing that is no request is answered with a fault of ours, and the next request finds the app as it was. */
async function malform(port: number, path: string) {
  for (let round = 0; round < MALFORMED_ROUNDS; round += 1)
    for (const [name, bytes] of malformedRequests(path)) {
      const status = await statusOf(port, bytes)
      expect(status, `${name} was answered ${status}`).toBeLessThan(500)
    }
}

/** Every signed body is in the log, each ended somewhere, and folding the log again gives the same rows. */
async function expectUnharmed(app: RunningApp, sql: Sql, deliveries: Hostile[]) {
  expect(app.child.hasEnded()).toBe(false)
  await untilFolded(sql)
  const rows = await sql<{ sha256: string }[]>`
    select encode(sha256, 'hex') as sha256 from events where kind = 'webhook'`
  const stored = new Set(rows.map((row) => row.sha256))
  const lost = deliveries.filter(({ bytes }) => !stored.has(sha256Of(bytes)))
  expect(lost).toEqual([])
  expect(await countLostEvents(sql)).toBe(0)
  const total = totalOf(await sumEvents(sql))
  expect(SUM_PARTS.reduce((sum, part) => sum + total[part], 0)).toBe(total.received)
  // One more than the storm: what proved that the lock was one.
  expect(total.received).toBe(deliveries.length + 1)
  const failed = await sql`
    select error from event_outcomes where error::text ~ 'delivery[.]problem[.](folding|saving)' limit 1`
  expect(failed).toHaveLength(0)
  const { tables } = await checkRebuild(sql)
  expect(tables.filter((table) => !table.same)).toEqual([])
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
