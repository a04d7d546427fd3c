import { lock } from 'proper-lockfile'

const LOCK_WAIT_MS = 95_000
const LOCK_POLL_MS = 100
/** A holder says this often that it still is there: four times before others take it for dead. */
const STALE_MS = 10_000
const UPDATE_MS = STALE_MS / 4

/**
 * Runs `work` while no other process holds the lock `file`, a folder of that name. One whose process died is taken over
 * after ten seconds. Throws a sentence when another process holds it for longer than anybody should.
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const release = await take(file)
  try {
    return await work()
  } finally {
    await release()
  }
}

async function take(file: string) {
  try {
    return await lock(file, {
      lockfilePath: file,
      // What is locked is a name, not a file that has to be there.
      realpath: false,
      stale: STALE_MS,
      update: UPDATE_MS,
      retries: {
        retries: LOCK_WAIT_MS / LOCK_POLL_MS,
        factor: 1,
        minTimeout: LOCK_POLL_MS,
        maxTimeout: LOCK_POLL_MS,
      },
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error
    throw new Error(`Another process holds ${file}. If none is running, delete that folder.`, {
      cause: error,
    })
  }
}
