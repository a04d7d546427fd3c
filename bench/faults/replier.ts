import { expect } from 'vitest'
import { connect } from '@/lib/db/client'
import { checkRebuild } from '@/lib/log/rebuild'
import { paths } from '@/lib/paths'
import type { AnsweredInbox } from '../support/answered-inbox'
import type { RunningApp } from '../support/bench-inbox'
import { inParallel } from '../support/poster'

const TRIES_MAX = 600
const PAUSE_MS = 100
const WIDTH = 8

/** One conversation of a run, taken over by the agent. */
export interface TakenConversation {
  member: string
  conversationId: string
}

/** A reply of a run: `id` is made by its writer and never changes. */
export interface Written {
  id: string
  text: string
}

export type Ask = (app: RunningApp, method: string, path: string, body?: object) => Promise<number>

/** Asks the app as the signed-in agent; gives the status. Throws when no answer came. */
export function asker(cookie: string): Ask {
  return async (app, method, path, body) => {
    const response = await fetch(new URL(path, app.webhookUrl), {
      method,
      headers: { cookie, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
    await response.arrayBuffer()
    return response.status
  }
}

/** Asks until the answer is the wanted one: an app that was killed on the way is asked again, as a browser would. */
export async function askUntil(status: number, ask: () => Promise<number>): Promise<void> {
  const seen = new Set<number | string>()
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const answer = await ask().catch(() => 'no answer')
    if (answer === status) return
    seen.add(answer)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error(`Never answered ${status}, but ${[...seen].join(', ')}.`)
}

/** So many members write, and the agent takes each of their conversations over. */
export async function startConversations(
  inbox: AnsweredInbox,
  app: RunningApp,
  ask: Ask,
  count: number,
  first = 0,
): Promise<TakenConversation[]> {
  const members = Array.from({ length: count }, (_, index) => String(85290000000 + first + index))
  await inParallel(members, WIDTH, (member) => inbox.says(member, 'Hello'))
  const found = await untilMet(inbox, members)
  await inParallel(found, WIDTH, ({ conversationId }) =>
    askUntil(200, () => ask(app, 'PUT', paths.api.liveChat(conversationId), { liveChat: true })),
  )
  return found
}

async function untilMet(
  { databaseUrl }: AnsweredInbox,
  members: string[],
): Promise<TakenConversation[]> {
  const sql = connect(databaseUrl, { max: 1 })
  try {
    const find = () => sql<TakenConversation[]>`
      select p.external_id as member, c.id as conversation_id from conversations c
        join members p on p.id = c.member_id
      where p.external_id = any(${members}) order by p.external_id`
    await expect.poll(async () => (await find()).length, { timeout: 60_000 }).toBe(members.length)
    return [...(await find())]
  } finally {
    await sql.end()
  }
}

/** How one line of ours, or of another tool, ended, as the inbox shows it. */
export interface Ended extends Written {
  conversationId: string
  author: 'agent' | 'api'
  delivery: string
}

/** Waits until nothing is under way and every webhook was taken; gives how each reply ended, in thread order. */
export async function untilSettled(inbox: AnsweredInbox, timeout: number): Promise<Ended[]> {
  const sql = connect(inbox.databaseUrl, { max: 2 })
  try {
    await expect.poll(async () => underWay(inbox, sql), { timeout, interval: 250 }).toBe(0)
    const { tables } = await checkRebuild(sql)
    expect(tables.filter((table) => !table.same)).toEqual([])
    return await sql<Ended[]>`
      select id, conversation_id, author, content->>'text' as text, delivery from messages
      where author in ('agent', 'api') and not removed order by sent_at, event_id, place`
  } finally {
    await sql.end()
  }
}

/** Whoever waits for a reply knows by then that nobody knows (speed-and-trust T5). */
const UNCONFIRMED_MS_MAX = 120_000

/**
 * No reply is lost from sight: each attempt has an outcome in the log, or an echo that confirmed it, and what is unconfirmed
 * was called so within two minutes of its attempt. Gives the longest of these waits, in ms.
 */
export async function expectSeen({ databaseUrl }: AnsweredInbox): Promise<number> {
  const sql = connect(databaseUrl, { max: 1 })
  try {
    const rows = await sql<{ ms: number }[]>`
      with own as (select id, kind, received_at, convert_from(body, 'UTF8')::jsonb->>'messageId' as reply
        from events where kind like 'reply.%')
      select extract(epoch from u.received_at - (select max(a.received_at) from own a
        where a.kind = 'reply.attempted' and a.reply = u.reply and a.id < u.id)) * 1000 as ms
      from own u where u.kind = 'reply.unconfirmed'`
    const longest = Math.max(0, ...rows.map(({ ms }) => Number(ms)))
    expect(longest).toBeLessThan(UNCONFIRMED_MS_MAX)
    const unseen = await sql`
      select id from messages where author = 'agent' and delivery = 'sending'`
    expect(unseen).toHaveLength(0)
    return longest
  } finally {
    await sql.end()
  }
}

async function underWay({ control }: AnsweredInbox, sql: ReturnType<typeof connect>) {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from pending_events) + (select count(*) from messages
      where author = 'agent' and not removed and delivery in ('queued', 'sending')) as count`
  const { pending } = await control<{ pending: number }>('GET', '/ready')
  return (row?.count ?? 0) + pending
}

/** What a platform that took a reply shows: such a reply stands on the phone exactly once. */
export const CONFIRMED = ['sent', 'delivered', 'read']

/** Posts a reply through this process, and gives the status of its answer. */
export function postTo(
  ask: Ask,
  app: RunningApp,
  { conversationId }: TakenConversation,
  { id, text }: Written,
) {
  const body = { id, content: { type: 'text', text } }
  return ask(app, 'POST', paths.api.messages(conversationId), body)
}
