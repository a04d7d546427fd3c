import { expect, test } from 'vitest'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { connect } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { openInbox, type RunningApp, startApp } from '../support/bench-inbox'
import { makeDeliveries } from '../support/deliveries'
import { untilFolded } from '../support/folded'
import { createFaultInbox } from './fault-cluster'
import { testLife } from './life'
import { TIMEOUT_MS } from './schedule'
import { deliverAtLeastOnce } from './sender'
import { expectTruth } from './truth'

const life = testLife()
const BACK_MS = 30_000

test(
  'a worker that dies comes back while the web goes on, and the other way round: nothing is lost, and all is folded',
  async () => {
    const inbox = await openInbox(await createFaultInbox('roles'))
    const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR })
    const web = app.pidOf('web')
    const deliveries = makeDeliveries(300, 'line')

    const killing = app.killPart('worker')
    const sent = await deliverAtLeastOnce(app.webhookUrl, deliveries.slice(0, 150))
    // Whoever takes deliveries does not feel that nobody folds.
    expect(sent.refused).toEqual(new Map())
    await killing
    expect(app.pidOf('web')).toBe(web)

    const worker = app.pidOf('worker')
    await app.killPart('web')
    await deliverAtLeastOnce(app.webhookUrl, deliveries.slice(150))
    expect(app.pidOf('worker')).toBe(worker)
    await expectTruth(inbox, deliveries)
  },
  TIMEOUT_MS,
)

test(
  'a web on one machine takes deliveries while there is no worker anywhere, says so, and one on another machine folds them',
  async () => {
    const inbox = await openInbox(await createFaultInbox('apart'))
    const options = { distDir: TEST_DIST_DIR }
    const web = await startApp(life, inbox, { ...options, flags: ['--role', 'web'] })
    const deliveries = makeDeliveries(60, 'line')
    await deliverAtLeastOnce(web.webhookUrl, deliveries.slice(0, 30))
    expect(await readyOf(web)).toEqual({ ready: true, database: true, worker: false })
    const sql = connect(inbox.databaseUrl, { max: 1 })
    await life.onStop(() => sql.end())
    expect(await sql`select from pending_events`).toHaveLength(30)

    await startApp(life, inbox, { ...options, flags: ['--role', 'worker'] })
    await untilFolded(sql)
    await expect.poll(async () => (await readyOf(web)).worker, { timeout: BACK_MS }).toBe(true)
    await deliverAtLeastOnce(web.webhookUrl, deliveries.slice(30))
    await expectTruth(inbox, deliveries)
  },
  TIMEOUT_MS,
)

test(
  'two webs behind one port share the connections, and one goes on while the other is away',
  async () => {
    const inbox = await openInbox(await createFaultInbox('webs'))
    const pids = new Map<string, number>()
    const onLine = (line: string) => {
      const [, place, pid] = /^Web (\d) runs as process (\d+)\.$/.exec(line) ?? []
      if (place) pids.set(place, Number(pid))
    }
    const flags = ['--processes', '2']
    const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR, flags, onLine })
    await expect.poll(() => namesOf(app), { timeout: BACK_MS }).toEqual(['web 1', 'web 2'])

    const deliveries = makeDeliveries(300, 'line')
    let killed = 0
    await deliverAtLeastOnce(app.webhookUrl, deliveries, (count) => {
      if (count < 100 || killed) return
      killed = pids.get('2') ?? 0
      process.kill(killed, 'SIGKILL')
    })
    expect(await namesOf(app)).toContain('web 1')
    await expect.poll(() => pids.get('2'), { timeout: BACK_MS }).not.toBe(killed)
    await expect.poll(() => namesOf(app), { timeout: BACK_MS }).toEqual(['web 1', 'web 2'])
    await expectTruth(inbox, deliveries)
  },
  TIMEOUT_MS,
)

test(
  'an inbox that can not be started says why, and ends',
  async () => {
    const inbox = await openInbox(await createFaultInbox('unusable'))
    const lines: string[] = []
    const starting = startApp(life, inbox, {
      distDir: TEST_DIST_DIR,
      env: { DATABASE_POOL_SIZE: '3', LOG_LEVEL: 'fatal' },
      onLine: (line) => lines.push(line),
    })
    await expect(starting).rejects.toThrow(/did not start \(exit 1\)/)
    expect(lines.join('\n')).toContain('DATABASE_POOL_SIZE must be at least')
    expect(lines.join('\n')).toMatch(/The (web|worker) stopped by itself \(exit 78\)\./)
  },
  TIMEOUT_MS,
)

async function readyOf(app: RunningApp): Promise<{ worker?: boolean }> {
  const response = await fetch(new URL(paths.api.ready, app.webhookUrl))
  return (await response.json()) as { worker?: boolean }
}

/** Which webs answer, over as many new connections. */
async function namesOf(app: RunningApp): Promise<string[]> {
  const names = new Set<string>()
  for (let tries = 0; tries < 6; tries += 1) {
    const headers = { connection: 'close' }
    const response = await fetch(new URL('/metrics', app.webhookUrl), { headers }).catch(() => null)
    const [, name] = /process="([^"]+)"/.exec((await response?.text()) ?? '') ?? []
    if (name) names.add(name)
  }
  return [...names].sort()
}
