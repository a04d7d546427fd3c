import { expect, test } from 'vitest'
import { benchFold } from '../fold-speed'
import { benchIngest } from '../ingest'
import { benchRepeats } from '../repeats'
import type { Figure } from '../support/figures'
import { testLife } from './life'
import { IS_LONG, TIMEOUT_MS } from './schedule'

/** The build of floor A takes as long as all the rest of a short run. */
const FLOOR_A = IS_LONG ? ['S1 route / A', 'S2 route / A'] : []

const life = testLife()

test(
  'every figure of the ingest bench is still measured beside its floors',
  async () => {
    const figures = await benchIngest(life, { short: true, withA: IS_LONG })
    expectMeasured(figures, 'S1 fast path / B', 'S1 ours by the route', ...FLOOR_A)
    expectMeasured(figures, 'S2 ours by the route', 'S3 200 → visible')
  },
  TIMEOUT_MS,
)

test(
  'the fold bench still folds what it appends',
  async () => {
    expectMeasured(await benchFold(life, { short: true }), 'S3 fold alone', 'append alone')
  },
  TIMEOUT_MS,
)

test(
  'repeats are still measured beside fresh deliveries',
  async () => {
    const figures = await benchRepeats(life, { short: true })
    expectMeasured(figures, 'T3 fresh', 'T3 repeats', 'T3 repeats / fresh')
  },
  TIMEOUT_MS,
)

/** There, and numbers: how large they are is no test on a shared machine. */
function expectMeasured(figures: Figure[], ...names: string[]) {
  for (const name of names)
    expect(
      figures.map((figure) => figure.name).filter((each) => each.startsWith(name)),
    ).not.toEqual([])
  for (const { name, values } of figures) {
    expect(values.length, name).toBeGreaterThan(0)
    expect(values.every(Number.isFinite), `${name}: ${values}`).toBe(true)
  }
}
