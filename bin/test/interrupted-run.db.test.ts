import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isAlive } from '../postgres/file-lock'
import { readClusterSettings } from '../postgres/postgres-settings'

/** As `npm test` runs a project, with one file of it. */
const RUN = `
  import { launch } from './bin/lifecycle.ts'
  import { vitest } from './bin/test-steps.ts'
  launch(async (life) => {
    await vitest(life, 'db', { files: ['lib/jobs/member/member-lane.db.test.ts'] })
    return 0
  }, { codeOnSignal: 130 })`

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
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

/** All processes that were given this folder for what is temporary; none where the system doesn't tell. */
async function processesOf(folder: string): Promise<number[]> {
  const ids = (await readdir('/proc').catch(() => [])).map(Number).filter(Boolean)
  const theirs: number[] = []
  for (const id of ids) {
    const environment = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')
    if (environment.split('\0').includes(`TMPDIR=${folder}`)) theirs.push(id)
  }
  return theirs
}
