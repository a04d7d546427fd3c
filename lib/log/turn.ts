import type { Queryable, Sql, Transaction } from '@/lib/db/client'
import { isUnavailable } from '@/lib/db/driver/unavailable'
import { appendOwnEvent } from '@/lib/db/log/events'
import { awaitFold } from '@/lib/db/log/fold-lock'
import type { OwnFact } from '@/lib/domain/fact'
import { AppError } from '@/lib/errors'
import { english } from '@/lib/i18n/catalogues'
import type { Said } from '@/lib/i18n/reason'
import { type Observer, tellCommitted } from './committed'
import type { Slots } from './slots'

/** A person waits this long while nobody gets a turn under the fold lock: a rebuild may hold it for minutes. */
const PATIENCE_MS = 5_000

/**
 * What a person asked for, in one transaction under the fold lock. Throws `unavailable` when no turn came in time, and
 * says what is known by then: that nothing was changed, or `unnoted`, for who has had something done at Stella before
 * and can only not note it; or, where the connection broke at the commit, that it may have been done.
 */
export async function inTurn<Result>(
  ctx: { write: Sql; turns: Slots; onAct?: Observer },
  work: (tx: Transaction) => Promise<Result>,
  unnoted = 'The inbox is busy. Nothing was changed. Try again.',
): Promise<Result> {
  // In line here and not at the driver, where nobody is told that the line stands still.
  const patienceMs = await ctx.turns.take(PATIENCE_MS)
  if (patienceMs === undefined) throw new AppError('unavailable', unnoted)
  let hasTurn = false
  let isCommitting = false
  try {
    const result = await ctx.write.begin(async (tx) => {
      await awaitFold(tx, patienceMs)
      hasTurn = true
      const value = await work(tx)
      isCommitting = true
      return { value, tx }
    })
    tellCommitted(result.tx, ctx.onAct)
    return result.value
  } catch (error) {
    if (!isUnavailable(error)) throw error
    throw withCause(error, isCommitting ? MAYBE_DONE : unnoted)
  } finally {
    ctx.turns.give(hasTurn)
  }
}

const MAYBE_DONE =
  'The database went away before it answered. It may have been done: look before you try again.'

/**
 * What a job has to say: it waits for its turn as long as it takes, because its outcome must not be lost. On
 * connections of its own, so that people never wait behind jobs that wait.
 */
export async function inTime<Result>(
  ctx: { background: Sql; onAct?: Observer },
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const result = await ctx.background.begin(async (tx) => {
    await awaitFold(tx)
    return { value: await work(tx), tx }
  })
  tellCommitted(result.tx, ctx.onAct)
  return result.value
}

/**
 * Notes what has happened already, elsewhere or without the folded rows: durable at once, whoever holds the fold lock,
 * and folded when its turn comes. `done` says in words what stays true where even that fails.
 */
export async function note(
  ctx: { sql: Queryable; onAct?: Observer },
  fact: OwnFact,
  about: { conversationId?: string; channelId?: string; agentId?: string },
  done?: Said,
): Promise<void> {
  const { type, ...body } = fact
  try {
    await appendOwnEvent(ctx.sql, { kind: type, body, ...about })
    ctx.onAct?.(fact, about.agentId)
  } catch (error) {
    if (!done || !isUnavailable(error)) throw error
    throw withCause(
      error,
      `${english.say(done)} The database is away, so this could not be noted in the log.`,
    )
  }
}

function withCause(cause: unknown, message: string): AppError {
  return Object.assign(new AppError('unavailable', message), { cause })
}
