import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { paths } from '@/lib/paths'
import { inParallel } from '../support/poster'
import { testLife } from './life'
import {
  askUntil,
  CONFIRMED,
  expectSeen,
  postTo,
  startConversations,
  untilSettled,
  type Written,
} from './replier'
import { IS_LONG, TIMEOUT_MS } from './schedule'
import { openStage } from './stage'

const life = testLife()

const TALKS = IS_LONG ? 50 : 10
const EACH = IS_LONG ? 100 : 8
const OUTAGE_MS = IS_LONG ? 60_000 : 4_000
/** What is queued at its end has to be out by then. */
const DRAIN_MS = IS_LONG ? 600_000 : 45_000

/** Ten jobs a process: so many calls may be under way when an outage begins, and each of them ends unclear. */
const UNDER_WAY_MAX = 20
/** Replies that went to find out whether it is over, at the 4th, 8th, 16th … try (decision 0018). */
const RISKED_MAX = 5

/** An outage that speaks 503 with `Retry-After`, plain 502, or not at all; and how many replies it may leave unconfirmed. */
const OUTAGES = [
  ['503', 0],
  ['502', UNDER_WAY_MAX + RISKED_MAX],
  ['hang', UNDER_WAY_MAX + RISKED_MAX],
] as const

/** T6 of the figures to reach. In short the one that loses nothing; lib/jobs/reply/outage.db.test.ts has the others in small. */
test.each(IS_LONG ? OUTAGES : OUTAGES.slice(0, 1))(
  `an outage (%s) with ${TALKS * EACH} replies queued: after it each is on its phone once, in order; at most %i are unconfirmed`,
  async (fault, unconfirmedMax) => {
    const { inbox, apps, ask, first } = await openStage(life, `outage${fault}`)
    const conversations = await startConversations(inbox, first, ask, TALKS)
    await inbox.control('POST', '/faults', { fault, times: 1_000_000 })
    const written = conversations.map((conversation) => ({
      conversation,
      replies: makeTexts(EACH),
    }))
    const over = new Promise((resolve) => setTimeout(resolve, OUTAGE_MS))
    await inParallel(written, TALKS, async ({ conversation, replies }) => {
      for (const [place, reply] of replies.entries()) {
        const app = apps[place % apps.length] ?? first
        await askUntil(201, () => postTo(ask, app, conversation, reply))
      }
    })
    await over
    expect(await ask(first, 'GET', paths.api.outages)).toBe(200)
    for (const { conversation } of written)
      expect(await inbox.phone(conversation.member)).toEqual([])
    await inbox.control('DELETE', '/faults')
    const ended = await untilSettled(inbox, DRAIN_MS)
    const lost = ended.filter(({ delivery }) => !CONFIRMED.includes(delivery))
    expect(new Set(lost.map(({ delivery }) => delivery))).toEqual(
      new Set(unconfirmedMax > 0 ? ['unconfirmed'] : []),
    )
    expect(lost.length).toBeLessThanOrEqual(unconfirmedMax)
    expect(lost.length).toBeLessThan(ended.length / 2)
    const lostIds = new Set(lost.map(({ id }) => id))
    for (const { conversation, replies } of written) {
      const arrived = replies.filter(({ id }) => !lostIds.has(id))
      expect(await inbox.phone(conversation.member)).toEqual(arrived.map(({ text }) => text))
    }
    await expectSeen(inbox)
  },
  2 * TIMEOUT_MS,
)

function makeTexts(count: number): Written[] {
  return Array.from({ length: count }, (_, place) => ({ id: randomUUID(), text: `reply ${place}` }))
}
