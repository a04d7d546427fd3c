import type { Queryable } from '../client'

/** One writer of folded tables at a time, whichever process it is: so feed order is commit order. */
const FOLD_LOCK = 7_201_002

export async function lockFold(tx: Queryable): Promise<void> {
  await tx`select pg_advisory_xact_lock(${FOLD_LOCK})`
}

/**
 * Waits for the lock: at most `patienceMs`, then Postgres says 55P03; without it as long as it takes, whatever time
 * statements have in this database.
 */
export async function awaitFold(tx: Queryable, patienceMs?: number): Promise<void> {
  const [limits, after] = patienceMs
    ? [`set local lock_timeout = ${Math.ceil(patienceMs)}`, 'set local lock_timeout to default']
    : [NO_LIMITS, 'set local lock_timeout to default; set local statement_timeout to default']
  await tx.unsafe(`${limits}; select pg_advisory_xact_lock(${FOLD_LOCK}); ${after}`)
}

const NO_LIMITS = 'set local lock_timeout = 0; set local statement_timeout = 0'
