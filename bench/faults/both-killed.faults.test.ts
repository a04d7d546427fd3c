import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { connect } from '@/lib/db/client'
import { seeded } from '@/lib/domain/fold/testing-storm'
import { openInbox, startApp } from '../support/bench-inbox'
import { startBenchCluster } from '../support/database'
import { type Delivery, makeDeliveries } from '../support/deliveries'
import { Poster } from '../support/poster'
import { testLife } from './life'
import { IS_LONG, TIMEOUT_MS } from './schedule'
import { expectTruth } from './truth'

const SEED = 20_263
const ROUNDS = IS_LONG ? 20 : 2
const SENDERS = 16
const PAUSE_MS = 25

const life = testLife()

/** The local spool under T1 and T2 of the figures to reach, together. */
test(
  `Postgres and the process are killed in turn, ${2 * ROUNDS} times: everything acknowledged is in the log once, each sender’s in its order`,
  async () => {
    const random = seeded(SEED)
    const cluster = await startBenchCluster(life)
    const inbox = await openInbox(await cluster.createInbox('both'))
    const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR })
    const senders = startSenders(app.webhookUrl)
    await senders.further(2)
    await expect.poll(() => spooled(app.dataDir)).toContain('channel-secrets')
    for (let round = 0; round < ROUNDS; round += 1) {
      await cluster.crash()
      await senders.further(3)
      await app.kill()
      // It has nothing but what its predecessor left on the disk.
      await app.restart('answering')
      await senders.further(3)
      expect((await spooled(app.dataDir)).some((name) => name.endsWith('.spool'))).toBe(true)
      await cluster.restart()
      await pause(random() * 1_500)
      // Somewhere on the way of the spool into the log, or after it.
      await app.kill()
      await app.restart()
      await senders.further(3)
    }
    const sent = await senders.stop()
    await expectTruth(inbox, sent.flat())
    const sql = connect(inbox.databaseUrl, { max: 1 })
    const rows = await sql<{ body: Uint8Array }[]>`
      select body from events where kind = 'webhook' order by id`
    await sql.end()
    const places = new Map(rows.map(({ body }, index) => [Buffer.from(body).toString(), index]))
    for (const all of sent) {
      const found = all.map(({ body }) => places.get(body.toString()) ?? -1)
      expect(found).toEqual([...found].sort((a, b) => a - b))
    }
    expect((await spooled(app.dataDir)).filter((name) => name !== 'channel-secrets')).toEqual([])
  },
  TIMEOUT_MS,
)

/** Each sends one after the other, the next only when the one before is acknowledged. */
function startSenders(url: string) {
  const poster = new Poster(url, SENDERS)
  let isOver = false
  const counts = Array.from({ length: SENDERS }, () => 0)
  const run = async (sender: number): Promise<Delivery[]> => {
    const sent: Delivery[] = []
    while (!isOver) {
      // A second of its own for each, so that its member's thread is in this order too.
      const [delivery] = makeDeliveries(
        1,
        `sender ${sender} says ${sent.length}`,
        secondOf(sender, sent),
      )
      if (!delivery) break
      while ((await poster.post(delivery).catch(() => 0)) !== 200) await pause(PAUSE_MS)
      sent.push(delivery)
      counts[sender] = sent.length
    }
    return sent
  }
  const running = counts.map((_, sender) => run(sender))
  return {
    /** Until each has had so many more acknowledged. */
    async further(count: number) {
      const before = [...counts]
      await expect
        .poll(() => Math.min(...counts.map((now, sender) => now - (before[sender] ?? 0))), {
          timeout: 30_000,
        })
        .toBeGreaterThanOrEqual(count)
    },
    async stop() {
      isOver = true
      const sent = await Promise.all(running)
      await poster.close()
      return sent
    },
  }
}

/** `makeDeliveries` gives a member by the second, of 64. */
function secondOf(sender: number, sent: Delivery[]): number {
  return sender + 64 * sent.length
}

function spooled(dataDir: string): Promise<string[]> {
  return readdir(path.join(dataDir, 'spool')).catch(() => [])
}

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
