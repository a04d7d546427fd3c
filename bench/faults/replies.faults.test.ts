import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seeded } from '@/lib/domain/fold/testing-storm'
import type { FaultName } from '@/simulator/faults'
import type { AnsweredInbox } from '../support/answered-inbox'
import type { RunningApp } from '../support/bench-inbox'
import { inParallel } from '../support/poster'
import { testLife } from './life'
import {
  type Ask,
  askUntil,
  CONFIRMED,
  type Ended,
  expectSeen,
  postTo,
  startConversations,
  type TakenConversation,
  untilSettled,
  type Written,
} from './replier'
import { IS_LONG, TIMEOUT_MS } from './schedule'
import { openStage } from './stage'
import { killInTurn } from './victims'

const SEED = 20_264
const RUNS = IS_LONG ? 1_000 : 12
const RUNS_AT_ONCE = 6
/** A process is killed after this many replies, again and again. */
const REPLIES_PER_KILL = IS_LONG ? 100 : 25
const REPLIES_MAX = 6
/** Every unclear answer pauses the connection for a moment, and a time-out takes twenty seconds. */
const SETTLE_MS = IS_LONG ? 3_000_000 : 120_000
const T5_TIMEOUT_MS = IS_LONG ? 2 * TIMEOUT_MS : 3 * TIMEOUT_MS

/** Faults of a reply; the empty ones go well. */
const FAULTS: (FaultName | '')[] = [
  ...Array<''>(6).fill(''),
  ...(['refuse', 'ok0', '502', '502-accepted', 'reset', 'slow', 'duplicate', 'shuffle'] as const),
  ...(['echo-first', 'late-echo', 'no-echo', 'no-id', 'later', '429'] as const),
]
const SLOW: FaultName[] = ['timeout', '503', 'hang']
/** Those that hold up the whole connection for twenty seconds are rare: each is the first reply of some conversations. */
const SLOW_FAULTS = Array.from({ length: IS_LONG ? 4 : 1 }, () => SLOW).flat()
/** Of the replies that go well, so many have a twin: another tool sends the same words to the same member. */
const TWINS = 0.2

const life = testLife()

/** T5 of the figures to reach. */
test(
  `${RUNS} seeded conversations with faults at Stella and processes killed: no phone shows a reply twice, none is lost, order is kept`,
  async () => {
    const { inbox, apps, ask, first } = await openStage(life, 'replies')
    const random = seeded(SEED)
    const conversations = await startConversations(inbox, first, ask, RUNS)
    const runs = conversations.map((conversation, place) => ({
      conversation,
      replies: makeReplies(random, SLOW_FAULTS[place]),
      seed: random(),
    }))
    const monkey = killer(apps, random)
    await inParallel(runs, RUNS_AT_ONCE, async ({ conversation, replies, seed }) => {
      const chance = seeded(seed * 2 ** 31)
      for (const reply of replies) {
        if (reply.hasTwin) await inbox.otherToolSays(conversation.member, reply.text)
        await post(ask, conversation, reply, apps, chance)
        monkey.count()
      }
    })
    await monkey.rest()
    expect(monkey.kills()).toBeGreaterThan(0)
    const ended = await untilSettled(inbox, SETTLE_MS)
    expect(runs.flatMap(({ replies }) => replies).some(({ hasTwin }) => hasTwin)).toBe(true)
    for (const { conversation, replies } of runs)
      await expectHonest(inbox, conversation, replies, ended)
    expect(await expectSeen(inbox), 'an answer that never came was waited for').toBeGreaterThan(0)
  },
  T5_TIMEOUT_MS,
)

/** A reply of a run that may have a twin. */
interface Planned extends Written {
  hasTwin: boolean
}

function makeReplies(random: () => number, slow: FaultName | undefined): Planned[] {
  return Array.from({ length: 2 + Math.floor(random() * (REPLIES_MAX - 1)) }, (_, place) => {
    const drawn = FAULTS[Math.floor(random() * FAULTS.length)] ?? ''
    const fault = (place === 0 && slow) || drawn
    return {
      id: randomUUID(),
      text: [`${place} of`, randomUUID(), fault && `fail:${fault}`].join(' ').trim(),
      hasTwin: fault === '' && random() < TWINS,
    }
  })
}

/** Posts a reply to any process until one says that it has it, now and then several times at once. */
async function post(
  ask: Ask,
  conversation: TakenConversation,
  reply: Written,
  apps: RunningApp[],
  chance: () => number,
) {
  const copies = chance() < 0.25 ? 3 : 1
  const any = () => apps[Math.floor(chance() * apps.length)] ?? apps[0]
  const posts = Array.from({ length: copies }, () =>
    askUntil(201, async () => {
      const app = any()
      return app ? postTo(ask, app, conversation, reply) : 0
    }),
  )
  await Promise.all(posts)
}

/** Kills the web, the worker or all of one app or the other, as replies are counted. */
function killer(apps: RunningApp[], random: () => number) {
  let counted = 0
  let kills = 0
  let working: Promise<void> = Promise.resolve()
  return {
    count() {
      counted += 1
      if (counted % REPLIES_PER_KILL !== 0) return
      const app = apps[Math.floor(random() * apps.length)]
      const turn = kills
      kills += 1
      working = working.then(() => app && killInTurn(app, turn))
    },
    kills: () => kills,
    rest: () => working,
  }
}

/**
 * What the inbox says of each reply is what the phone shows, and the phone shows none twice and none early. A twin of
 * another tool stands on the phone and in the thread beside ours: two that show two, and ours went out once.
 */
async function expectHonest(
  inbox: AnsweredInbox,
  conversation: TakenConversation,
  replies: Planned[],
  ended: Ended[],
) {
  const phone = await inbox.phone(conversation.member)
  const alone = new Set(replies.filter(({ hasTwin }) => !hasTwin).map(({ text }) => text))
  const ours = phone.filter((text) => alone.has(text))
  expect(new Set(ours).size, `twice on the phone: ${phone.join(' | ')}`).toBe(ours.length)
  const written = replies.map(({ text }) => text)
  expect(ours).toEqual(written.filter((text) => ours.includes(text)))
  const messages = ended.filter(
    ({ conversationId }) => conversationId === conversation.conversationId,
  )
  const mine = messages.filter(({ author }) => author === 'agent')
  expect(mine.map(({ id }) => id)).toEqual(replies.map(({ id }) => id))
  for (const { text, delivery } of mine) {
    const isThere = phone.includes(text)
    expect([...CONFIRMED, 'failed', 'unconfirmed']).toContain(delivery)
    if (CONFIRMED.includes(delivery)) expect(isThere, `${text} is ${delivery}`).toBe(true)
    if (delivery === 'failed' && alone.has(text)) expectFailed(text, isThere, written)
  }
  for (const { text } of replies.filter(({ hasTwin }) => hasTwin))
    expectTwins(text, phone, messages)
  expect(messages.filter(({ author, text }) => author === 'api' && alone.has(text))).toEqual([])
}

/** With these Stella refuses the reply, so that it fails before it leaves. */
const REFUSED = /fail:(refuse|ok0)/

/**
 * One that failed stands on the phone where the platform failed it later. After that the reply window counts as closed, so
 * that those behind it fail before they leave.
 */
function expectFailed(text: string, isThere: boolean, written: string[]) {
  const before = written.slice(0, written.indexOf(text))
  if (isThere) expect(text).toContain('fail:later')
  else if (!REFUSED.test(text)) expect(before.join(), `${text} failed`).toContain('fail:later')
}

/** Ours and the other tool's: as many shown as sent as stand on the phone, but for one nobody can vouch for. */
function expectTwins(text: string, phone: string[], messages: Ended[]) {
  const there = phone.filter((each) => each === text).length
  const shown = messages.filter((message) => message.text === text)
  const sure = shown.filter(
    ({ delivery, author }) => author === 'api' || CONFIRMED.includes(delivery),
  )
  expect([1, 2], text).toContain(there)
  expect(sure.length, `${text} is shown`).toBeLessThanOrEqual(there)
  expect(shown.length, `${text} is shown`).toBeGreaterThanOrEqual(there)
}
