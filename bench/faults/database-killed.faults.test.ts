import { expect, test } from 'vitest'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { paths } from '@/lib/paths'
import { openInbox, startApp } from '../support/bench-inbox'
import { startBenchCluster } from '../support/database'
import { makeDeliveries } from '../support/deliveries'
import { Poster } from '../support/poster'
import { testLife } from './life'
import { IS_LONG, momentsOf, TIMEOUT_MS } from './schedule'
import { deliverAtLeastOnce } from './sender'
import { expectTruth } from './truth'

const SEED = 20_262
const CRASHES = IS_LONG ? 20 : 1
const DELIVERIES = IS_LONG ? 20_000 : 600
const RECOVERY_MS_MAX = 5_000
const PROBES = 8

const life = testLife()

/** T2 of the figures to reach. */
test(
  `Postgres crashes ${CRASHES} times under load: what is acknowledged meanwhile is on the disk, back within 5 s, nothing lost, nothing doubled`,
  async () => {
    const cluster = await startBenchCluster(life)
    const inbox = await openInbox(await cluster.createInbox('crashed'))
    const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR })
    const deliveries = makeDeliveries(DELIVERIES, 'line')
    const probes = makeDeliveries(CRASHES * PROBES, 'probe', DELIVERIES)
    const moments = momentsOf(SEED, CRASHES, DELIVERIES)
    const recoveries: number[] = []
    const answersWhileDown: number[] = []
    let crashing: Promise<void> = Promise.resolve()
    let crashes = 0
    const crash = async (index: number) => {
      await cluster.crash()
      const mine = probes.slice(index * PROBES, (index + 1) * PROBES)
      answersWhileDown.push(...(await ask(app.webhookUrl, mine)))
      expect(await spooledSays(app.webhookUrl)).toBeGreaterThanOrEqual(PROBES)
      await cluster.restart()
      recoveries.push(await untilReady(app.webhookUrl))
    }
    const sent = await deliverAtLeastOnce(app.webhookUrl, deliveries, (count) => {
      while (crashes < moments.length && count >= (moments[crashes] ?? 0)) {
        const index = crashes
        crashes += 1
        crashing = crashing.then(() => crash(index))
      }
    })
    await crashing
    expect(crashes).toBe(CRASHES)
    expect(sent.acknowledged).toBe(DELIVERIES)
    expect(answersWhileDown).toHaveLength(CRASHES * PROBES)
    // Kept in the local spool: the process is killed right after such an answer in both-killed.faults.test.ts.
    expect(new Set(answersWhileDown)).toEqual(new Set([200]))
    expect(Math.max(...recoveries)).toBeLessThan(RECOVERY_MS_MAX)
    expect(app.child.hasEnded()).toBe(false)
    // None of them is sent again.
    await expectTruth(inbox, [...deliveries, ...probes])
  },
  TIMEOUT_MS,
)

/** What the app answers to each, with the database gone. */
async function ask(url: string, probes: Parameters<Poster['post']>[0][]): Promise<number[]> {
  const poster = new Poster(url, PROBES)
  try {
    return await Promise.all(probes.map((probe) => poster.post(probe)))
  } finally {
    await poster.close()
  }
}

/** How many deliveries `/metrics` says lie in the spool, with the database gone. */
async function spooledSays(webhookUrl: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', webhookUrl))).text()
  return Number(/^inbox_spool_deliveries\{[^}]*\} (\d+)$/m.exec(text)?.[1])
}

/** The ms from Postgres' return to the first time the app says that it can take events. */
async function untilReady(webhookUrl: string): Promise<number> {
  const startedAt = performance.now()
  const url = new URL(paths.api.ready, webhookUrl)
  await expect
    .poll(async () => (await fetch(url)).status, { timeout: 30_000, interval: 50 })
    .toBe(200)
  return performance.now() - startedAt
}
