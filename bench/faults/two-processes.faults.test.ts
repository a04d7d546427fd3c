import { expect, test } from 'vitest'
import { TEST_DIST_DIR } from '@/bin/process/build'
import { connect } from '@/lib/db/client'
import { sumEvents } from '@/lib/db/log/event-sums'
import { seeded } from '@/lib/domain/fold/testing-storm'
import { type Inbox, openInbox, startApp } from '../support/bench-inbox'
import { makeConversations } from '../support/conversation-deliveries'
import type { Delivery } from '../support/deliveries'
import { createFaultInbox } from './fault-cluster'
import { testLife } from './life'
import { IS_LONG, TIMEOUT_MS } from './schedule'
import { deliverAtLeastOnce } from './sender'
import { expectTruth } from './truth'

const SEED = 20_263
const LINES = IS_LONG ? 2_000 : 40
const COPIES = 10

const life = testLife()

/** T3 of the figures to reach. */
test(
  `two processes are sent the same deliveries, raw, normalized, statuses and echoes, ${COPIES} times each: the threads are what was said`,
  async () => {
    const inbox = await openInbox(await createFaultInbox('two'))
    const options = { distDir: TEST_DIST_DIR }
    const apps = [await startApp(life, inbox, options), await startApp(life, inbox, options)]
    const deliveries = makeConversations(LINES)
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
    await expectAuthors(inbox)
    await expectSum(inbox, deliveries.length, 2 * answered)
  },
  TIMEOUT_MS,
)

/** Each line under its author, the bot's ones read, and not one of the member's lines unread twice. */
async function expectAuthors({ databaseUrl }: Inbox) {
  const sql = connect(databaseUrl, { max: 1 })
  try {
    const messages = await sql`
      select author, delivery, count(*)::int as lines from messages where not removed
      group by author, delivery order by author`
    expect(messages).toEqual([
      { author: 'api', delivery: 'sent', lines: LINES },
      { author: 'bot', delivery: 'read', lines: LINES },
      { author: 'member', delivery: null, lines: LINES },
    ])
    const [unread] = await sql`select sum(unread)::int as lines from conversations`
    expect(unread).toEqual({ lines: LINES })
  } finally {
    await sql.end()
  }
}

/** Every delivery is counted once: what was not the first of its kind is a duplicate. */
async function expectSum({ databaseUrl }: Inbox, bodies: number, received: number) {
  const sql = connect(databaseUrl, { max: 1 })
  try {
    const [sum] = await sumEvents(sql)
    expect(sum).toMatchObject({
      received,
      messages: 3 * LINES,
      statuses: 3 * LINES,
      duplicates: received - 6 * LINES,
      ignored: 0,
      quarantined: 0,
      inWork: 0,
      ofWhich: { reports: 0, repeats: received - bodies },
    })
  } finally {
    await sql.end()
  }
}

/** Every delivery so many times, in an order of this seed. */
function repeated(deliveries: Delivery[], seed: number): Delivery[] {
  const random = seeded(seed)
  return Array.from({ length: COPIES }, () => deliveries)
    .flat()
    .map((delivery) => ({ delivery, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ delivery }) => delivery)
}
