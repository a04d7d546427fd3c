/** The rows to show while the pointer rests on the list, and how many wait to be shown. */
export interface Steady<Row> {
  rows: Row[]
  updated: number
}

interface Ordered {
  id: string
  lastActivityAt: string
}

/**
 * A list that does not move under the pointer: the rows of `held` in their old order, each with its newest content;
 * what came, left or would have moved is only counted.
 */
export function toSteady<Row extends Ordered>(held: Row[], current: Row[]): Steady<Row> {
  const now = new Map(current.map((row) => [row.id, row]))
  const before = new Map(held.map((row) => [row.id, row]))
  const isSame =
    held.length <= current.length && held.every((row, index) => row.id === current[index]?.id)
  // Further pages that were loaded below move nothing.
  if (isSame) return { rows: current, updated: 0 }
  const came = current.filter((row) => before.get(row.id)?.lastActivityAt !== row.lastActivityAt)
  const left = held.filter((row) => !now.has(row.id))
  return {
    rows: held.map((row) => now.get(row.id) ?? row),
    updated: Math.max(1, came.length + left.length),
  }
}
