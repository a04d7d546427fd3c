import { expect, test } from 'vitest'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { openInbox, startApp } from '../support/bench-inbox'
import { makeDeliveries } from '../support/deliveries'
import { createFaultInbox } from './fault-cluster'
import { testLife } from './life'
import { IS_LONG, momentsOf, TIMEOUT_MS } from './schedule'
import { deliverAtLeastOnce } from './sender'
import { expectTruth } from './truth'
import { killInTurn, VICTIMS } from './victims'

const SEED = 20_261
const KILLS = IS_LONG ? 50 : VICTIMS.length
const DELIVERIES = IS_LONG ? 20_000 : 600

const life = testLife()

/** T1 of the figures to reach. */
test(
  `the web, the worker and the whole app are killed ${KILLS} times at any moment: nothing acknowledged is lost, nothing doubled, order is kept`,
  async () => {
    const inbox = await openInbox(await createFaultInbox('killed'))
    const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR })
    const deliveries = makeDeliveries(DELIVERIES, 'line')
    const moments = momentsOf(SEED, KILLS, DELIVERIES)
    let restarting: Promise<void> = Promise.resolve()
    let kills = 0
    const sent = await deliverAtLeastOnce(app.webhookUrl, deliveries, (count) => {
      while (kills < moments.length && count >= (moments[kills] ?? 0)) {
        const turn = kills
        kills += 1
        restarting = restarting.then(() => killInTurn(app, turn))
      }
    })
    await restarting
    expect(kills).toBe(KILLS)
    expect(sent.acknowledged).toBe(DELIVERIES)
    // The kills were felt: some deliveries had to be sent again.
    expect(sent.refused.get('no answer') ?? 0).toBeGreaterThan(0)
    await expectTruth(inbox, deliveries)
  },
  TIMEOUT_MS,
)
