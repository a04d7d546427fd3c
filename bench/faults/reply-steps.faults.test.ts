import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { connect, type Sql } from '@/lib/db/client'
import { lockFold } from '@/lib/db/log/fold-lock'
import { paths } from '@/lib/paths'
import type { AnsweredInbox } from '../support/answered-inbox'
import { testLife } from './life'
import {
  askUntil,
  CONFIRMED,
  expectSeen,
  startConversations,
  type TakenConversation,
  untilSettled,
} from './replier'
import { IS_LONG, TIMEOUT_MS } from './schedule'
import { openStage, type Stage } from './stage'

/*
 * T5 of the figures to reach, "SIGKILL at each step": a reply's way is stopped between two steps from outside, by a Stella
 * that doesn't answer or by somebody who holds the fold lock, and the process is killed there.
 */

const life = testLife()
const SETTLE_MS = 60_000
const UNDO_SECONDS = 5

interface Step {
  name: string
  /** What the words of the reply ask of Stella. */
  fault: string
  /** Waits until the reply is where it is to be killed; gives what lets go of it afterwards. */
  reach(
    stage: Stage,
    sql: Sql,
    conversation: TakenConversation,
    replyId: string,
  ): Promise<() => Promise<void>>
  /** How the reply may end, and whether it stands on the phone. */
  ends: string[]
  arrives: boolean
}

const STEPS: Step[] = [
  {
    name: 'before the attempt is in the log',
    fault: '',
    async reach(_stage, sql, _conversation, replyId) {
      const letGo = await holdFold(sql)
      // Its time to be undone is over, and whoever sends it waits for the lock.
      await sleep(UNDO_SECONDS * 1000)
      await expect.poll(() => countWaiting(sql), { timeout: 10_000 }).toBeGreaterThan(0)
      expect(await countEvents(sql, 'reply.attempted', replyId)).toBe(0)
      return letGo
    },
    ends: CONFIRMED,
    arrives: true,
  },
  {
    name: 'after it is, before Stella did anything',
    fault: 'fail:hang',
    async reach({ inbox }, sql, _conversation, replyId) {
      await expect.poll(() => heard(inbox, replyId), { timeout: 20_000 }).toEqual([0])
      expect(await countEvents(sql, 'reply.attempted', replyId)).toBe(1)
      return nothing
    },
    ends: ['unconfirmed'],
    arrives: false,
  },
  {
    name: 'after Stella did it, before it answered',
    fault: 'fail:timeout',
    async reach({ inbox }, _sql, conversation) {
      await expect.poll(async () => (await inbox.phone(conversation.member)).length, POLL).toBe(1)
      return nothing
    },
    ends: CONFIRMED,
    arrives: true,
  },
  {
    name: 'after Stella answered, before the outcome is in the log',
    fault: 'fail:slow fail:no-echo',
    async reach({ inbox }, sql, conversation, replyId) {
      await expect.poll(async () => (await inbox.phone(conversation.member)).length, POLL).toBe(1)
      const letGo = await holdFold(sql)
      await expect.poll(() => heard(inbox, replyId), { timeout: 10_000 }).toEqual([200])
      await expect.poll(() => countWaiting(sql), { timeout: 10_000 }).toBeGreaterThan(0)
      expect(await countEvents(sql, 'reply.sent', replyId)).toBe(0)
      return letGo
    },
    // Nobody tells us that it arrived: only an echo or a person could.
    ends: ['unconfirmed'],
    arrives: true,
  },
]

/** In short the two around Stella's own work, where a reply could be lost or sent twice. */
const KILLED_AT = IS_LONG ? STEPS : STEPS.slice(1, 3)

test(
  `a process that is killed at ${KILLED_AT.length} steps of a reply sends it once or leaves it unconfirmed, and the next one goes`,
  async () => {
    const stage = await openStage(life, 'steps', 1)
    const sql = connect(stage.inbox.databaseUrl, { max: 4 })
    await life.onStop(() => sql.end())
    await sql`update agents set settings = settings || ${sql.json({ undoSeconds: UNDO_SECONDS })}`
    const conversations = await startConversations(
      stage.inbox,
      stage.first,
      stage.ask,
      KILLED_AT.length,
    )
    for (const [place, step] of KILLED_AT.entries()) {
      const conversation = conversations[place]
      if (conversation) await killAt(stage, sql, conversation, step)
    }
    await expectSeen(stage.inbox)
  },
  3 * TIMEOUT_MS,
)

async function killAt(stage: Stage, sql: Sql, conversation: TakenConversation, step: Step) {
  const { inbox, first } = stage
  const replyId = randomUUID()
  // The words carry the id, so that Stella's log of calls tells which reply it heard of.
  const text = `${replyId} ${step.fault}`.trim()
  await write(stage, conversation, replyId, text)
  await write(stage, conversation, randomUUID(), 'the next one')
  const letGo = await step.reach(stage, sql, conversation, replyId)
  await first.kill()
  await letGo()
  await first.restart()

  const ended = await untilSettled(inbox, SETTLE_MS)
  const [reply, next] = ended.filter(
    ({ conversationId }) => conversationId === conversation.conversationId,
  )
  expect(step.ends, step.name).toContain(reply?.delivery)
  expect(CONFIRMED, step.name).toContain(next?.delivery)
  const expected = step.arrives ? [text, 'the next one'] : ['the next one']
  expect(await inbox.phone(conversation.member), step.name).toEqual(expected)
  expect(await countEvents(sql, 'reply.attempted', replyId), step.name).toBe(1)
}

async function write(
  { ask, first }: Stage,
  conversation: TakenConversation,
  id: string,
  text: string,
) {
  const path = paths.api.messages(conversation.conversationId)
  await askUntil(201, () => ask(first, 'POST', path, { id, content: { type: 'text', text } }))
}

const POLL = { timeout: 20_000, interval: 20 }
const nothing = async () => {}

function sleep(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Nothing is written by anybody until the given function is called. */
async function holdFold(sql: Sql): Promise<() => Promise<void>> {
  const connection = await sql.reserve()
  await connection`begin`
  await lockFold(connection)
  return async () => {
    await connection`rollback`
    connection.release()
  }
}

/** How many wait for the fold lock; the folder itself never waits for it, only who has something to say does. */
async function countWaiting(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from pg_locks where locktype = 'advisory' and not granted`
  return row?.count ?? 0
}

async function countEvents(sql: Sql, kind: string, replyId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from events where kind = ${kind}
      and convert_from(body, 'UTF8')::jsonb->>'messageId' = ${replyId}`
  return row?.count ?? 0
}

/** How Stella answered the calls that carried this reply; 0: not at all. */
async function heard({ control }: AnsweredInbox, replyId: string): Promise<number[]> {
  const { requests } = await control<{ requests: { status: number; body: unknown }[] }>(
    'GET',
    '/requests?since=0',
  )
  return requests
    .filter(({ body }) => JSON.stringify(body).includes(replyId))
    .map(({ status }) => status)
}
