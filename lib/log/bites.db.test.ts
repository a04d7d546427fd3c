import { expect, test } from 'vitest'
import { replayEvents } from '@/lib/admin/log/replay-events'
import { countPendingEvents } from '@/lib/db/log/events'
import { reason } from '@/lib/i18n/reason'
import { foldPending } from './fold'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()

function line(index: number, text = `line ${index}`, member = `8526090${1000 + (index % 7)}`) {
  return {
    contacts: [{ profile: { name: `Roy "R" ${index % 3}` }, wa_id: member }],
    messages: [
      {
        from: member,
        id: `wamid.${index}`,
        text: { body: text },
        timestamp: String(1_700_000_000 + index),
        type: 'text',
      },
    ],
  }
}

/** More than one bite, so that a line of the second meets what the first has made. */
const LINES = 1_200

test('a storm is folded whole and in its order, and a rebuild gives the same rows', async () => {
  const channel = await inbox.channel()
  await inbox.appendAll(
    channel.id,
    Array.from({ length: LINES }, (_, index) => line(index)),
  )
  expect(await foldPending(inbox.ctx.sql)).toBeGreaterThanOrEqual(LINES)
  const thread = await inbox.thread(channel.id)
  expect(thread.map(({ content }) => content.text)).toEqual(
    Array.from({ length: LINES }, (_, index) => `line ${index}`),
  )
  expect(await countPendingEvents(inbox.ctx.sql)).toBe(0)
  expect((await checkRebuild(inbox.ctx.sql)).same).toBe(true)
})

test('what a second bite of a storm can’t store is quarantined alone', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await sql.unsafe(`create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.content->>'text' = 'poison' then raise exception 'refused' using errcode = '22023'; end if;
      return new;
    end $$;
    create trigger poison before insert on messages for each row execute function refuse_poison()`)
  const bodies = Array.from({ length: LINES }, (_, index) =>
    line(index, index === LINES - 100 ? 'poison' : `line ${index}`),
  )
  await inbox.appendAll(channel.id, bodies)
  await foldPending(sql)
  await sql.unsafe('drop trigger poison on messages; drop function refuse_poison()')
  const outcomes = await inbox.outcomes(channel.id)
  const others = outcomes.flatMap((row, index) => (row.outcome === 'message' ? [] : [index]))
  expect(others).toEqual([LINES - 100])
  expect(outcomes[LINES - 100]?.error).toEqual(
    reason('delivery.problem.saving', { error: 'refused' }),
  )
  expect(await inbox.thread(channel.id)).toHaveLength(LINES - 1)
  await replayEvents(inbox.ctx, { events: 'quarantined' })
  expect(await inbox.thread(channel.id)).toHaveLength(LINES)
})

test('signs that mean something to Postgres are stored as they were said', async () => {
  const channel = await inbox.channel()
  const said = [
    'NULL',
    'null',
    '{}',
    '{"a":1}',
    'a,b',
    '"',
    '\\',
    '\\"',
    "'",
    '\n\t',
    ' ',
    'ä漢🙂',
    '\\x00',
    '$1',
    '%',
  ]
  await inbox.appendAll(
    channel.id,
    said.map((text, index) => line(index, `>${text}<`, `member ${text}.`)),
  )
  await foldPending(inbox.ctx.sql)
  const thread = await inbox.thread(channel.id)
  expect(thread.map(({ content }) => content.text)).toEqual(said.map((text) => `>${text}<`))
  const members = await inbox.ctx.sql<{ externalId: string }[]>`
    select external_id from members where channel_id = ${channel.id} order by created_feed`
  expect(members.map(({ externalId }) => externalId)).toEqual(said.map((text) => `member ${text}.`))
  expect((await checkRebuild(inbox.ctx.sql)).same).toBe(true)
})

test('a row that is there against all expectation is no poison: it is taken as known', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await inbox.appendAll(channel.id, [line(1), line(2)])
  const [event] = await sql<
    { id: number }[]
  >`select min(id) as id from events where channel_id = ${channel.id} and kind = 'webhook'`
  await sql`
    insert into event_outcomes (event_id, feed, outcome, messages, statuses, duplicates)
    values (${event?.id ?? 0}, 0, 'ignored', 0, 0, 0)`
  await foldPending(sql)
  expect((await inbox.outcomes(channel.id)).map(({ outcome }) => outcome)).toEqual([
    'message',
    'message',
  ])
})
