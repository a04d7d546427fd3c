import type { Sql, Transaction } from '@/lib/db/client'
import { isUnavailable } from '@/lib/db/unavailable'
import { AppError } from '@/lib/errors'
import { type Observer, tellCommitted } from './committed'
import { lockFold } from './fold'

/** A person waits this long for their turn under the fold lock; a rebuild may hold it for minutes. */
const PATIENCE_MS = 5_000

/**
 * What a person asked for, in one transaction under the fold lock. Throws `unavailable` when the lock is not to be
 * had in time: nothing was done, and asking again is safe.
 */
export async function inTurn<Result>(
  ctx: { write: Sql; onAct?: Observer },
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await ctx.write.begin(async (tx) => {
      await tx.unsafe(`set local lock_timeout = ${PATIENCE_MS}`)
      await lockFold(tx)
      await tx.unsafe('set local lock_timeout = 0')
      return { value: await work(tx), tx }
    })
    tellCommitted(result.tx, ctx.onAct)
    return result.value
  } catch (error) {
    if (!isUnavailable(error)) throw error
    const busy = new AppError('unavailable', 'The inbox is busy. Nothing was changed. Try again.')
    busy.cause = error
    throw busy
  }
}

/** What a job has to say: it waits for its turn as long as it takes, because its outcome must not be lost. */
export async function inTime<Result>(
  ctx: { write: Sql; onAct?: Observer },
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const result = await ctx.write.begin(async (tx) => {
    await lockFold(tx)
    return { value: await work(tx), tx }
  })
  tellCommitted(result.tx, ctx.onAct)
  return result.value
}
