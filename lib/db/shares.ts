/** Connections that the processes of one machine share out, unless DATABASE_POOL_SIZE says otherwise. */
export const POOL_SIZE_DEFAULT = 24
/** Below it a share would have nobody left while one of its own works. */
export const POOL_SIZE_MIN = 13
export const POOL_SIZE_MAX = 200

/** How many connections each kind of work has for itself, so that none waits behind another. */
export interface Shares {
  /** Reads, and statements that wait for nobody. */
  reads: number
  /** What people ask for under the fold lock: one of them works and the others wait, so more would only wait as well. */
  write: number
  /** What jobs and the fold do under it, and what a person waits for at Stella. */
  background: number
  /** Deliveries: an acknowledgement waits for nothing else. */
  ingest: number
}

/** Whose shares: a process that does everything, the worker, or one of so many webs of the machine. */
interface Sharer {
  role: 'all' | 'web' | 'worker'
  webs: number
}

/**
 * The shares of one process: those of the worker and of all webs of a machine together are at most `size`, whichever of
 * them run there. Throws in words when the size leaves a web too few.
 */
export function shareOut(
  size = POOL_SIZE_DEFAULT,
  { role, webs }: Sharer = { role: 'all', webs: 1 },
): Shares {
  if (role === 'all') return shareOutAll(size)
  const worker = shareOutWorker(size)
  if (role === 'worker') return worker
  const each = Math.floor((size - sumOf(worker)) / webs)
  if (each < WEB_MIN) {
    const least = webs * WEB_MIN + sumOf(worker)
    throw new Error(`DATABASE_POOL_SIZE must be at least ${least} for ${webs} webs and a worker.`)
  }
  return shareOutWeb(each)
}

const WEB_MIN = 7

/** Each at least two; what is left over goes to reads. */
function shareOutAll(size: number): Shares {
  const write = Math.max(2, Math.round(size / 4))
  const background = Math.max(2, Math.round(size / 6))
  const ingest = Math.max(2, Math.round(size / 8))
  return { reads: size - write - background - ingest, write, background, ingest }
}

/** It answers nobody: `write` is there for what a verb of a person might once be asked to do here, and opens nothing. */
function shareOutWorker(size: number): Shares {
  const reads = Math.max(2, Math.round(size / 8))
  return { reads, write: 1, background: Math.max(2, Math.round(size / 6)), ingest: 0 }
}

function shareOutWeb(size: number): Shares {
  const write = Math.max(2, Math.round(size / 4))
  const ingest = Math.max(2, Math.round(size / 6))
  // Only the member read before a take-over works on it.
  const background = 1
  return { reads: size - write - background - ingest, write, background, ingest }
}

function sumOf(shares: Shares): number {
  return Object.values(shares).reduce((sum, each) => sum + each, 0)
}
