/** Connections that one process shares out, unless DATABASE_POOL_SIZE says otherwise. */
export const POOL_SIZE_DEFAULT = 21
/** Below it a share would have nobody left while one of its own works. */
export const POOL_SIZE_MIN = 8
export const POOL_SIZE_MAX = 200

/** How many connections each kind of work has for itself, so that none waits behind another. */
export interface Shares {
  /** Reads, and statements that wait for nobody. */
  reads: number
  /** What people ask for under the fold lock: one of them works and the others wait, so more would only wait as well. */
  write: number
  /** What jobs and the fold do under it. */
  background: number
  /** Deliveries: an acknowledgement waits for nothing else. */
  ingest: number
}

/** Each at least two; what is left over goes to reads. */
export function shareOut(size = POOL_SIZE_DEFAULT): Shares {
  const write = Math.max(2, Math.round(size / 3.5))
  const background = Math.max(2, Math.round(size / 5))
  const ingest = Math.max(2, Math.round(size / 7))
  return { reads: Math.max(2, size - write - background - ingest), write, background, ingest }
}
