import { expect, test } from 'vitest'
import { seeded } from '@/lib/log/testing-storm'
import { startCluster } from '../support/database'
import { type Delivery, makeDeliveries, normalizedTwin } from '../support/deliveries'
import { openInbox, startApp } from '../support/inbox'
import { DIST_DIR } from './build'
import { testLife } from './life'
import { IS_LONG, TIMEOUT_MS } from './schedule'
import { deliverAtLeastOnce } from './sender'
import { expectTruth } from './truth'

const SEED = 20_263
const LINES = IS_LONG ? 2_000 : 150
const COPIES = IS_LONG ? 10 : 4

const life = testLife()

/** T3 of the figures to reach. */
test(
  `two processes are sent the same deliveries, raw and normalized, ${COPIES} times each: the threads are what was said`,
  async () => {
    const cluster = await startCluster(life)
    const inbox = await openInbox(await cluster.createInbox('two'))
    const options = { distDir: DIST_DIR }
    const apps = [await startApp(life, inbox, options), await startApp(life, inbox, options)]
    const raw = makeDeliveries(LINES, 'line')
    const deliveries = [...raw, ...raw.map(normalizedTwin)]
    const sent = await Promise.all(
      apps.map((app, index) =>
        deliverAtLeastOnce(app.webhookUrl, repeated(deliveries, SEED + index)),
      ),
    )
    const answered = deliveries.length * COPIES
    expect(sent.map((each) => each.acknowledged)).toEqual([answered, answered])
    // Nothing broke here, so nothing had to be sent again.
    expect(sent.map((each) => each.refused)).toEqual([new Map(), new Map()])
    await expectTruth(inbox, deliveries)
  },
  TIMEOUT_MS,
)

/** Every delivery so many times, in an order of this seed. */
function repeated(deliveries: Delivery[], seed: number): Delivery[] {
  const random = seeded(seed)
  return Array.from({ length: COPIES }, () => deliveries)
    .flat()
    .map((delivery) => ({ delivery, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ delivery }) => delivery)
}
