import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seeded } from '@/lib/log/testing-storm'
import { paths } from '@/lib/paths'
import type { FaultName } from '@/simulator/faults'
import { startCluster } from '../support/database'
import { type RunningApp, startApp } from '../support/inbox'
import { inParallel } from '../support/poster'
import { openTalkingInbox, signIn, type TalkingInbox } from '../support/talking'
import { DIST_DIR } from './build'
import { testLife } from './life'
import {
  type Ask,
  asker,
  askUntil,
  CONFIRMED,
  type Ended,
  startTalks,
  type Talk,
  untilSettled,
  type Written,
} from './replier'
import { IS_LONG, TIMEOUT_MS } from './schedule'

const SEED = 20_264
const RUNS = IS_LONG ? 1_000 : 12
const RUNS_AT_ONCE = 6
/** A process is killed after this many replies, again and again. */
const REPLIES_PER_KILL = IS_LONG ? 100 : 25
const REPLIES_MAX = 6
const SETTLE_MS = IS_LONG ? 600_000 : 60_000

/** Faults of a reply; the empty ones go well. Those that hold up the whole connection are rare. */
const FAULTS: (FaultName | '')[] = [
  ...Array<''>(6).fill(''),
  ...(['refuse', 'ok0', '502', '502-accepted', 'reset', 'slow', 'duplicate', 'shuffle'] as const),
  ...(['echo-first', 'no-echo', 'no-id', 'later', '429'] as const),
  ...(IS_LONG ? (['timeout', '503'] as const) : []),
]

const life = testLife()

/** T5 of the figures to reach. */
test(
  `${RUNS} seeded talks with faults at Stella and processes killed: no phone shows a reply twice, none is lost, order is kept`,
  async () => {
    const { inbox, apps, ask, first } = await open('replies')
    const random = seeded(SEED)
    const talks = await startTalks(inbox, first, ask, RUNS)
    const runs = talks.map((talk) => ({ talk, replies: makeReplies(random), seed: random() }))
    const monkey = killer(apps, random)
    await inParallel(runs, RUNS_AT_ONCE, async ({ talk, replies, seed }) => {
      const chance = seeded(seed * 2 ** 31)
      for (const reply of replies) {
        await post(ask, talk, reply, apps, chance)
        monkey.count()
      }
    })
    await monkey.rest()
    expect(monkey.kills()).toBeGreaterThan(0)
    const ended = await untilSettled(inbox, SETTLE_MS)
    for (const { talk, replies } of runs) await expectHonest(inbox, talk, replies, ended)
  },
  TIMEOUT_MS,
)

const TALKS = IS_LONG ? 50 : 10
const EACH = IS_LONG ? 100 : 8
const OUTAGE_MS = IS_LONG ? 60_000 : 4_000
/** What is queued at its end has to be out by then. */
const DRAIN_MS = IS_LONG ? 600_000 : 45_000

/** T6 of the figures to reach. */
test(
  `an outage with ${TALKS * EACH} replies queued: after it each is on its phone once, in order`,
  async () => {
    const { inbox, apps, ask, first } = await open('outage')
    const talks = await startTalks(inbox, first, ask, TALKS)
    await inbox.control('POST', '/faults', { fault: '503', times: 1_000_000 })
    const written = talks.map((talk) => ({ talk, replies: makeTexts(EACH) }))
    const over = new Promise((resolve) => setTimeout(resolve, OUTAGE_MS))
    await inParallel(written, TALKS, async ({ talk, replies }) => {
      for (const [place, reply] of replies.entries()) {
        const app = apps[place % apps.length] ?? first
        await askUntil(201, () => postTo(ask, app, talk, reply))
      }
    })
    await over
    const outages = await ask(first, 'GET', paths.api.outages)
    expect(outages).toBe(200)
    for (const { talk } of written) expect(await inbox.phone(talk.member)).toEqual([])
    await inbox.control('DELETE', '/faults')
    const ended = await untilSettled(inbox, DRAIN_MS)
    expect(new Set(ended.map(({ delivery }) => CONFIRMED.includes(delivery)))).toEqual(
      new Set([true]),
    )
    for (const { talk, replies } of written)
      expect(await inbox.phone(talk.member)).toEqual(replies.map(({ text }) => text))
  },
  TIMEOUT_MS,
)

/** Two processes on one database, and a stand-in Stella that tells the first of them. */
async function open(name: string) {
  const cluster = await startCluster(life)
  const inbox = await openTalkingInbox(life, await cluster.createInbox(name))
  const options = { distDir: DIST_DIR }
  const apps = [await startApp(life, inbox, options), await startApp(life, inbox, options)]
  const [first] = apps
  if (!first) throw new Error('No app was started.')
  await inbox.pointAt(first.webhookUrl)
  const ask = asker(await signIn(new URL(first.webhookUrl).origin))
  return { inbox, apps, first, ask }
}

function makeReplies(random: () => number): Written[] {
  return Array.from({ length: 2 + Math.floor(random() * (REPLIES_MAX - 1)) }, (_, place) => {
    const fault = FAULTS[Math.floor(random() * FAULTS.length)] ?? ''
    return {
      id: randomUUID(),
      text: [`${place} of`, randomUUID(), fault && `fail:${fault}`].join(' ').trim(),
    }
  })
}

function makeTexts(count: number): Written[] {
  return Array.from({ length: count }, (_, place) => ({ id: randomUUID(), text: `reply ${place}` }))
}

/** Posts a reply to any process until one says that it has it, now and then several times at once. */
async function post(
  ask: Ask,
  talk: Talk,
  reply: Written,
  apps: RunningApp[],
  chance: () => number,
) {
  const copies = chance() < 0.25 ? 3 : 1
  const any = () => apps[Math.floor(chance() * apps.length)] ?? apps[0]
  const posts = Array.from({ length: copies }, () =>
    askUntil(201, async () => {
      const app = any()
      return app ? postTo(ask, app, talk, reply) : 0
    }),
  )
  await Promise.all(posts)
}

function postTo(ask: Ask, app: RunningApp, { conversationId }: Talk, { id, text }: Written) {
  const body = { id, content: { type: 'text', text } }
  return ask(app, 'POST', paths.api.messages(conversationId), body)
}

/** Kills one process or the other, and starts it again, as replies are counted. */
function killer(apps: RunningApp[], random: () => number) {
  let counted = 0
  let kills = 0
  let working: Promise<void> = Promise.resolve()
  return {
    count() {
      counted += 1
      if (counted % REPLIES_PER_KILL !== 0) return
      const app = apps[Math.floor(random() * apps.length)]
      kills += 1
      working = working.then(async () => {
        await app?.kill()
        await app?.restart()
      })
    },
    kills: () => kills,
    rest: () => working,
  }
}

/** What the inbox says of each reply is what the phone shows, and the phone shows none twice and none early. */
async function expectHonest(inbox: TalkingInbox, talk: Talk, replies: Written[], ended: Ended[]) {
  const phone = await inbox.phone(talk.member)
  expect(new Set(phone).size, `twice on the phone: ${phone.join(' | ')}`).toBe(phone.length)
  const written = replies.map(({ text }) => text)
  expect(phone).toEqual(written.filter((text) => phone.includes(text)))
  const mine = ended.filter(({ conversationId }) => conversationId === talk.conversationId)
  expect(mine.map(({ id }) => id)).toEqual(replies.map(({ id }) => id))
  for (const { text, delivery } of mine) {
    const isThere = phone.includes(text)
    expect([...CONFIRMED, 'failed', 'unconfirmed']).toContain(delivery)
    if (CONFIRMED.includes(delivery)) expect(isThere, `${text} is ${delivery}`).toBe(true)
    if (delivery === 'failed') expect(isThere, text).toBe(text.includes('fail:later'))
  }
}
