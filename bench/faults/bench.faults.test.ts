import { expect, test } from 'vitest'
import { benchBroadcast } from '../broadcast'
import { benchFold } from '../fold-speed'
import { benchIngest } from '../ingest'
import { benchLists } from '../list-speed'
import { benchRepeats } from '../repeats'
import { benchMemory } from '../resident-memory'
import { benchScale } from '../scale'
import { benchStream } from '../stream'
import type { Figure } from '../support/figures'
import { benchBrowser } from '../work-in-browser'
import { testLife } from './life'
import { IS_LONG, TIMEOUT_MS } from './schedule'

/** The build of floor A takes as long as all the rest of a short run. */
const FLOOR_A = IS_LONG ? ['S1 route / A', 'S2 route / A'] : []

const life = testLife('test')

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

test(
  'the way of an event to browsers is still measured beside a bare announcement',
  async () => {
    const figures = await benchStream(life, { short: true })
    expectMeasured(figures, 'S4 bare NOTIFY p99', 'S4 webhook → 5 streams', 'S4 … p99 / NOTIFY')
  },
  TIMEOUT_MS,
)

// These keep two cores busy for minutes, also in their short forms.
test.runIf(IS_LONG)(
  'one event to many streams is still measured beside a bare broadcast',
  async () => {
    const figures = await benchBroadcast(life, { short: true, withFloor: true })
    expectMeasured(figures, 'S5 webhook → last', 'S6 memory', 'S6 growth')
  },
  TIMEOUT_MS,
)

test.runIf(IS_LONG)(
  'what work in the inbox feels like is still measured in a browser',
  async () => {
    const figures = await benchBrowser(life, { short: true })
    expectMeasured(figures, 'S12 INP idle', 'S12 INP at 50/s', 'S4 webhook → DOM p99')
  },
  TIMEOUT_MS,
)

test(
  'lists, counters and threads are still measured beside small ones',
  async () => {
    const lists = await benchLists(life, { short: true })
    expectMeasured(lists, 'S7 all', 'S7 mine', 'S8 counters / count(*)', 'S9 open', 'S9 passport')
  },
  TIMEOUT_MS,
)

test.runIf(IS_LONG)(
  'the fold is still measured in a large workspace beside a small one',
  async () => {
    expectMeasured(await benchScale(life, { short: true }), 'S3 fold alone')
  },
  TIMEOUT_MS,
)

test.runIf(IS_LONG)(
  'the memory of launcher, web and worker is still told apart, idle and with streams',
  async () => {
    const figures = await benchMemory(life, { short: true })
    for (const part of ['launcher', 'web', 'worker', 'in all'])
      expectMeasured(figures, `S13 ${part}, idle`, `S13 ${part}, 20 streams`)
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
