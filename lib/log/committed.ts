import type { Transaction } from '@/lib/db/client'
import type { OwnFact } from '@/lib/domain/fact'

/** Is told each of our own events once it is committed, with the person who did it. */
export type Observer = (fact: OwnFact, by: string | undefined) => void

const recorded = new WeakMap<object, { fact: OwnFact; by: string | undefined }[]>()

/** Remembers an event of a transaction that is still open. */
export function noteRecorded(tx: Transaction, fact: OwnFact, by: string | undefined): void {
  const known = recorded.get(tx) ?? []
  recorded.set(tx, [...known, { fact, by }])
}

/** Tells what a transaction recorded, now that it is committed: what was rolled back never happened. */
export function tellCommitted(tx: Transaction, observer: Observer | undefined): void {
  for (const { fact, by } of recorded.get(tx) ?? []) observer?.(fact, by)
  recorded.delete(tx)
}
