import { median } from './figures'

/** Something that is measured by how long it takes. */
export type Work = () => PromiseLike<unknown>

/**
 * Does several things in turns, A B A B, so that what else the machine does meets all of them alike. Gives for each one value a
 * round: the median ms of its calls. The first calls don't count: plans and pages are warm then.
 */
export async function inTurns(
  works: Work[],
  { rounds, calls }: { rounds: number; calls: number },
): Promise<number[][]> {
  // Postgres chooses the plan of a prepared statement for good at its sixth call.
  for (const work of works) for (let call = 0; call < 6; call += 1) await work()
  const values: number[][] = works.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    const taken: number[][] = works.map(() => [])
    for (let call = 0; call < calls; call += 1)
      for (const [index, work] of works.entries()) taken[index]?.push(await timed(work))
    for (const [index, times] of taken.entries()) values[index]?.push(median(times))
  }
  return values
}

async function timed(work: Work): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
