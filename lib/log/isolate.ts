import type { Transaction } from '@/lib/db/client'
import { isFaultOfValues } from '@/lib/db/driver/unavailable'
import { toErrorText } from '@/lib/errors'
import { type Reason, reason } from '@/lib/i18n/reason'

/** Folds some events; with `problem`, quarantines them for that reason instead of reading them. */
type Fold<Event, Result> = (tx: Transaction, events: Event[], problem?: Reason) => Promise<Result>

/**
 * Folds events together. Where Postgres refuses to store what one of them says, each half is tried by itself, and so
 * on until it stands alone: it is quarantined, and the others are folded in their order. Each try is a savepoint of the
 * caller's transaction, so the events are these and no others. Throws what is no event's fault: then none is folded.
 */
export async function isolate<Event, Result>(
  tx: Transaction,
  events: Event[],
  fold: Fold<Event, Result>,
): Promise<Result[]> {
  try {
    return [await tx.savepoint((part) => fold(part, events))] as Result[]
  } catch (error) {
    if (!isFaultOfValues(error)) throw error
    if (events.length === 1) {
      const problem = reason('delivery.problem.saving', { error: toErrorText(error) })
      return [await fold(tx, events, problem)]
    }
    const half = Math.ceil(events.length / 2)
    const before = await isolate(tx, events.slice(0, half), fold)
    return [...before, ...(await isolate(tx, events.slice(half), fold))]
  }
}
