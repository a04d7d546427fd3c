import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isAlive } from '@/lib/is-alive'
import { readClusterSettings } from '../postgres/postgres-settings'
import { processesOf } from './processes-of'

/** As `npm test` runs it, with one file of a project in one lane and something that takes long in another. */
const RUN = `
  import { launch } from './bin/process/lifecycle.ts'
  import { startNode } from './bin/process/processes.ts'
  import { runSteps } from './bin/test/run-steps.ts'
  import { vitest } from './bin/test/run-programs.ts'
  const files = ['lib/jobs/member/member-lane.db.test.ts']
  const endless = async ({ life, say }) => {
    const child = startNode({ name: 'endless', args: ['-e', 'setInterval(() => {}, 1000)'], env: {} })
    await life.onStop(child.stop)
    return child.ended
  }
  launch(async (life) => {
    await runSteps(life, [
      { name: 'db', title: 'One file', after: [], run: (run) => vitest(run, 'db', { files }) },
      { name: 'endless', title: 'Endless', after: [], run: endless },
      { name: 'never', title: 'Never', after: ['endless'], run: endless },
    ])
    return 0
  }, { codeOnSignal: 130 })`

/** run-steps.test.ts ends one by SIGTERM, without a database. */
const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGKILL']
if (process.env.LONG_FAULTS) SIGNALS.push('SIGTERM')

test.each(SIGNALS)(
  'a run of tests that is ended by %s leaves no Postgres, no process and no folder behind',
  async (signal) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-interrupted-'))
    const env = { ...process.env, TMPDIR: folder }
    const args = ['--import', 'tsx', '--input-type=module', '-e', RUN]
    // A group of its own, as a terminal gives to what it runs.
    const run = spawn(process.execPath, args, { env, detached: true, stdio: 'ignore' })
    const ended = new Promise((resolve) => run.once('exit', resolve))
    const database = await runningDatabase(folder)
    process.kill(signal === 'SIGINT' ? -(run.pid ?? 0) : (run.pid ?? 0), signal)
    await ended
    await expect.poll(() => isAlive(database.pid), { timeout: 60_000 }).toBe(false)
    await expect
      .poll(() => [database.folder, database.dataDir].filter(existsSync), { timeout: 20_000 })
      .toEqual([])
    await expect.poll(() => processesOf(folder), { timeout: 30_000 }).toEqual([])
    await rm(folder, { recursive: true, force: true })
  },
  180_000,
)

/** The cluster of the run, once a database of a test file is being worked on. */
async function runningDatabase(folder: string) {
  let found: { pid: number; folder: string; dataDir: string } | undefined
  await expect
    .poll(
      async () => {
        const name = (await readdir(folder)).find((each) => each.startsWith('stella-inbox-db-'))
        const dataDir = path.join(folder, name ?? 'none')
        const settings = await readClusterSettings(path.join(dataDir, 'postgres.json'))
        const file = path.join(settings?.folder ?? folder, 'postmaster.pid')
        const [pid] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
        found = settings && pid ? { pid: Number(pid), folder: settings.folder, dataDir } : undefined
        return found !== undefined && (await processesOf(folder)).length > 3
      },
      { timeout: 90_000, interval: 250 },
    )
    .toBe(true)
  if (!found) throw new Error('No database was started')
  return found
}
