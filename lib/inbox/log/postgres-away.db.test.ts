import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { APP_SECRET, type Inbox, openInbox } from '@/bench/support/bench-inbox'
import { type Cluster, startBenchCluster } from '@/bench/support/database'
import { SECRET } from '@/bench/support/deliveries'
import { connect, type Sql } from '@/lib/db/client'
import { fixedRing } from '@/lib/key-ring'
import { SpoolFile } from '@/lib/log/spool/spool-file'
import { newOwner, newSpoolName } from '@/lib/log/spool/spool-name'
import { toPayload } from '@/lib/log/spool/spool-record'
import { sign } from '@/lib/stella/signature/signature'
import { type Intake, openIntake } from './open-intake'
import { receiveEvent } from './receive-event'

/** What is started here, stopped in reverse order. */
const stops: (() => Promise<unknown>)[] = []
const life = { onStop: async (stop: () => Promise<unknown>) => void stops.push(stop) }

/** However busy the machine is. */
const SOON = { timeout: 20_000 }

let cluster: Cluster
let inbox: Inbox
let sql: Sql
let dataDir = ''
const intakes: Intake[] = []

beforeAll(async () => {
  cluster = await startBenchCluster(life)
  inbox = await openInbox(await cluster.createInbox('away'))
  sql = connect(inbox.databaseUrl, { max: 1 })
  stops.push(() => sql.end({ timeout: 1 }))
}, 120_000)
afterAll(async () => {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop()
}, 60_000)

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-away-'))
})
afterEach(async () => {
  for (const intake of intakes.splice(0)) await intake.stop()
  // One that failed may have left it so.
  await sql`select 1`.catch(() => cluster.restart())
  await rm(dataDir, { recursive: true, force: true })
})

/** Another start of a process on this machine, as far as deliveries go. */
async function start(more: { spoolBytesMax?: number } = {}): Promise<Intake> {
  const intake = await openIntake({
    databaseUrl: inbox.databaseUrl,
    connections: 3,
    statementMs: 60_000,
    keys: fixedRing(APP_SECRET),
    dataDir,
    spoolBytesMax: 64 * 1024 * 1024,
    ...more,
  })
  intakes.push(intake)
  return intake
}

/** One with Postgres there, that has met its channels. */
async function started(more = {}): Promise<Intake> {
  const intake = await start(more)
  intake.open(() => {})
  await expect
    .poll(() => readdir(path.join(dataDir, 'spool')).catch(() => []), SOON)
    .toHaveLength(1)
  return intake
}

function deliver({ receiver }: Intake, text: string, channelId = inbox.channelId, secret = SECRET) {
  const bytes = Buffer.from(text)
  const headers = new Headers({ 'X-Stella-Signature': sign(secret, bytes) })
  return receiveEvent(receiver, { channelId, bytes, headers })
}

/** The bodies in the log that begin so, in its order, and how often each was delivered. */
async function logged(run: string): Promise<[text: string, deliveries: number][]> {
  const rows = await sql<{ text: string; deliveries: number }[]>`
    select convert_from(body, 'UTF8') as text, deliveries from events
    where starts_with(convert_from(body, 'UTF8'), ${run}) order by id`
  return rows.map(({ text, deliveries }) => [text, deliveries])
}
const textsOf = async (run: string) => (await logged(run)).map(([text]) => text)
const lines = (run: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `${run} ${from + index}`)

async function empty() {
  const names = await readdir(path.join(dataDir, 'spool'))
  return names.filter((name) => name !== 'channel-secrets').length === 0
}

test('Postgres ends under load: whoever waits for an answer gets 200, and every sender’s lines are in the log once, in order', async () => {
  const intake = await started()
  const run = randomUUID()
  const senders = Array.from({ length: 16 }, (_, sender) => `${run} sender ${sender}:`)
  let isOver = false
  const sent = senders.map(async (sender) => {
    let line = 0
    for (; !isOver; line += 1) await deliver(intake, `${sender} ${line}`)
    return lines(sender, 0, line)
  })
  await pause(300)
  await cluster.crash()
  await pause(1_500)
  await cluster.restart()
  await expect.poll(empty, SOON).toBe(true)
  await pause(300)
  isOver = true
  for (const [index, all] of (await Promise.all(sent)).entries())
    expect(await textsOf(`${senders[index]}`)).toEqual(all)
}, 60_000)

test('the process ends too while Postgres is away: the next one goes on without it, and nothing is lost or overtaken', async () => {
  const run = randomUUID()
  const first = await started()
  await deliver(first, `${run} 0`)
  await cluster.crash()
  for (const line of lines(run, 1, 5)) await deliver(first, line)
  // Told to end. Killed, it leaves the same: bench/faults/both-killed.faults.test.ts.
  await first.stop()
  const second = await start()
  expect(second.canStandBy).toBe(true)
  second.hold()
  for (const line of lines(run, 5, 9)) await deliver(second, line)
  // Neither can be known now.
  await expect(deliver(second, 'to nobody known', randomUUID())).rejects.toThrow()
  await expect(
    deliver(second, 'signed by another', inbox.channelId, 'other'),
  ).rejects.toMatchObject({ code: 'unavailable' })
  const third = await start()
  third.hold()
  await deliver(third, `${run} 9`)
  await cluster.restart()
  third.open(() => {})
  await deliver(third, `${run} 10`)
  await expect.poll(() => textsOf(run), SOON).toEqual(lines(run, 0, 11))
  await expect.poll(empty, SOON).toBe(true)
}, 60_000)

test('an answer of Postgres that is lost on the way: the delivery is in the log once', async () => {
  const run = randomUUID()
  const intake = await started()
  const [held] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  await sql.begin(async (tx) => {
    await tx`lock table pending_events in access exclusive mode`
    const delivered = deliver(intake, `${run} 0`)
    await expect
      .poll(async () => {
        const rows = await tx<{ pid: number }[]>`
          select pid from pg_stat_activity where wait_event_type = 'Lock' and pid <> ${held?.pid ?? 0}`
        return rows.length
      }, SOON)
      .toBeGreaterThan(0)
    // It takes too long for who waits: kept here, whatever becomes of the statement.
    await delivered
    expect(await empty()).toBe(false)
    await deliver(intake, `${run} 1`)
  })
  await expect.poll(empty, SOON).toBe(true)
  expect(await textsOf(run)).toEqual(lines(run, 0, 2))
  // It came once. That it got there by two ways is counted as a repeat.
  expect(await logged(run)).toEqual([
    [`${run} 0`, 2],
    [`${run} 1`, 1],
  ])
}, 60_000)

test('what lay in the spool was received when it came, not when it got into the log', async () => {
  const run = randomUUID()
  const intake = await started()
  await cluster.crash()
  const before = Date.now()
  await deliver(intake, `${run} 0`)
  const after = Date.now()
  await pause(500)
  await cluster.restart()
  await expect.poll(() => textsOf(run), SOON).toHaveLength(1)
  const [row] = await sql<{ receivedAt: number }[]>`
    select received_at from events where starts_with(convert_from(body, 'UTF8'), ${run})`
  expect(row?.receivedAt).toBeGreaterThanOrEqual(before)
  expect(row?.receivedAt).toBeLessThanOrEqual(after)
}, 60_000)

test('what the log refuses for what it says is put aside, and the others go on', async () => {
  const run = randomUUID()
  const intake = await start()
  const folder = path.join(dataDir, 'spool')
  await deliverOffline(folder, [`${run} 0`, `${run} 1`, `${run} 2`], 1)
  intake.open(() => {})
  const next = await start()
  next.open(() => {})
  await expect.poll(() => textsOf(run), SOON).toEqual([`${run} 0`, `${run} 2`])
  const aside = (await readdir(folder)).filter((name) => name.endsWith('.damaged'))
  expect(aside).toHaveLength(1)
  expect((await readFile(path.join(folder, aside[0] ?? ''))).includes(`${run} 1`)).toBe(true)
}, 60_000)

test('what a process left gets into the log also where the spool is off by now', async () => {
  const run = randomUUID()
  await deliverOffline(path.join(dataDir, 'spool'), [`${run} 0`])
  const off = await start({ spoolBytesMax: 0 })
  off.open(() => {})
  await expect.poll(() => textsOf(run), SOON).toEqual([`${run} 0`])
  expect(await readdir(path.join(dataDir, 'spool'))).toEqual([])
}, 60_000)

test('without a spool nothing is acknowledged while Postgres is away; with a full one neither', async () => {
  // Two of one process would take each other's files for left behind, so this one is not told to look for any.
  const none = await start({ spoolBytesMax: 0 })
  await deliver(none, randomUUID())
  const full = await started({ spoolBytesMax: 4 * 1024 * 1024 })
  await deliver(full, randomUUID())
  await cluster.crash()
  await expect(deliver(none, randomUUID())).rejects.toMatchObject({ code: 'unavailable' })
  const large = () => `${randomUUID()}${'x'.repeat(1024 * 1024 - 100)}`
  for (let count = 0; count < 3; count += 1) await deliver(full, large())
  await expect(deliver(full, large())).rejects.toMatchObject({ code: 'unavailable' })
  await cluster.restart()
  await expect.poll(empty, SOON).toBe(true)
}, 60_000)

test('the secrets for it lie there sealed, for this account alone, and as they are by now', async () => {
  const intake = await started()
  const file = path.join(dataDir, 'spool', 'channel-secrets')
  const bytes = await readFile(file)
  expect(bytes.includes(SECRET)).toBe(false)
  expect(bytes.includes(inbox.channelId)).toBe(false)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await sql`update connections set signature_header = 'X-Other'`
  // Kept for a moment; the first delivery after it brings the news.
  await expect
    .poll(() => deliver(intake, randomUUID()).then(String, ({ code }) => code), SOON)
    .toBe('unauthenticated')
  await expect.poll(async () => (await readFile(file)).equals(bytes), SOON).toBe(false)
  await sql`update connections set signature_header = 'X-Stella-Signature'`
}, 60_000)

/** A file that a process has left, in which one delivery has an address that Postgres can't read. */
async function deliverOffline(folder: string, texts: string[], wrong?: number) {
  await mkdir(folder, { recursive: true })
  const file = await SpoolFile.create(path.join(folder, newSpoolName(newOwner(), Date.now())))
  const payloads = texts.map((text, index) =>
    toPayload({
      channelId: index === wrong ? 'no address' : inbox.channelId,
      body: Buffer.from(text),
      headers: {},
      receivedAt: Date.now(),
    }),
  )
  await file.append(payloads)
  await file.close()
}

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
