import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const LOCK_WAIT_MS = 90_000
const LOCK_POLL_MS = 100

/** Runs `work` while no other process of this machine holds `file`. A lock whose process died is taken over. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  await take(file)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

/** Whether a process with this id is there; one we may not signal is there too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function take(file: string) {
  for (const end = Date.now() + LOCK_WAIT_MS + 5_000; Date.now() < end; await pause(LOCK_POLL_MS)) {
    const taken = await writeFile(file, String(process.pid), { flag: 'wx' }).then(
      () => true,
      () => false,
    )
    if (taken) return
    if (await isStale(file)) await rm(file, { force: true })
  }
  throw new Error(`Another process holds ${file}. If none is running, delete that file.`)
}

/** Its process is gone, or it is older than anyone holds it: after a restart another process may wear the old id. */
async function isStale(file: string): Promise<boolean> {
  try {
    const [holder, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    return Date.now() - mtimeMs > LOCK_WAIT_MS || (/^\d+$/.test(holder) && !isAlive(Number(holder)))
  } catch {
    return false
  }
}
