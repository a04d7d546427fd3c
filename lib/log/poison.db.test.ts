import { expect, test } from 'vitest'
import { replayEvents } from '@/lib/admin/log/replay-events'
import { listConversations } from '@/lib/db/conversation/conversations'
import { takePendingEvents } from '@/lib/db/log/events'
import { lockFold } from '@/lib/db/log/fold-lock'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import { reason } from '@/lib/i18n/reason'
import { setStatus } from '@/lib/inbox/conversation/set-status'
import { foldPending } from './fold'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()

function bodyOf(text: string, second: number) {
  return {
    from: '85260903521',
    to: '85268227287',
    timestamp: String(1_700_000_000 + second),
    type: 'TEXT',
    data: { text },
  }
}

test('an event that Postgres won’t store is quarantined alone, and the ones around it go on', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await sql`create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.content->>'text' = 'poison' then raise exception 'refused' using errcode = '22023'; end if;
      return new;
    end $$`
  await sql`create trigger poison before insert on messages for each row execute function refuse_poison()`
  await inbox.receive(channel.id, bodyOf('before', 1), bodyOf('poison', 2), bodyOf('after', 3))
  expect((await inbox.thread(channel.id)).map((each) => each.content.text)).toEqual([
    'before',
    'after',
  ])
  const [, poisoned] = await inbox.outcomes(channel.id)
  expect(poisoned).toMatchObject({
    outcome: 'quarantined',
    error: reason('delivery.problem.saving', { error: 'refused' }),
  })

  await sql`drop trigger poison on messages`
  const [event] = await sql<{ eventId: number }[]>`
    select event_id from event_outcomes where outcome = 'quarantined'`
  const ids = [event?.eventId ?? 0]
  const dry = await replayEvents(inbox.ctx, { events: ids, dryRun: true })
  expect(dry.events).toMatchObject([{ before: 'quarantined', after: 'message' }])
  expect(await inbox.thread(channel.id)).toHaveLength(2)
  await replayEvents(inbox.ctx, { events: ids })
  await replayEvents(inbox.ctx, { events: ids })
  expect((await inbox.thread(channel.id)).map((each) => each.content.text)).toEqual([
    'before',
    'poison',
    'after',
  ])
  expect((await checkRebuild(sql)).same).toBe(true)
})

test('the log refuses changes and deletes', async () => {
  const { sql } = inbox.ctx
  await expect(sql`delete from events`).rejects.toThrow(/append-only/)
  await expect(sql`update events set body = ''`).rejects.toThrow(/append-only/)
})

test('bodies that a database could choke on are stored byte for byte and answered', async () => {
  const channel = await inbox.channel()
  const bodies = [
    '{"from":"1","to":"2","timestamp":"1","type":"TEXT","data":{"text":"a\\u0000b\\ud800"}}',
    '['.repeat(500_000),
    '{"a":'.repeat(100_000),
    '\u0000\u0001\u0002',
    '',
    'null',
    '[]',
    '{"messages":[],"statuses":[]}',
    '{"messages":[{"from":{},"id":[],"text":7}]}',
    `{"from":"${'9'.repeat(600)}","to":"2","type":"TEXT","data":{"text":"x"}}`,
    JSON.stringify(bodyOf('長'.repeat(300_000), 5)),
  ]
  await inbox.receive(channel.id, ...bodies)
  const outcomes = await inbox.outcomes(channel.id)
  expect(outcomes).toHaveLength(bodies.length)
  const stored = await inbox.ctx.sql<{ body: Buffer }[]>`
    select body from events where channel_id = ${channel.id} and kind = 'webhook' order by id`
  expect(stored.map((row) => row.body.toString())).toEqual(bodies)
  expect(outcomes.every((each) => each.outcome !== 'duplicate')).toBe(true)
})

test('an array of bodies is as many lines as it holds', async () => {
  const channel = await inbox.channel()
  const body = (id: string) => ({
    messages: [{ from: '1', id, timestamp: '1599536864', type: 'text', text: { body: id } }],
  })
  await inbox.receive(channel.id, [body('a'), body('b'), body('c')])
  expect(await inbox.thread(channel.id)).toHaveLength(3)
})

test('many of the largest bodies fold in batches that fit in memory', async () => {
  const channel = await inbox.channel()
  const { sql } = inbox.ctx
  const bodies = Array.from({ length: 20 }, (_, index) =>
    bodyOf(`${index}${'x'.repeat(1_000_000)}`, index),
  )
  for (const body of bodies) await inbox.append(channel.id, body)
  const taken = await sql.begin(async (tx) => {
    const events = await takePendingEvents(tx, 500)
    await tx`insert into pending_events select unnest(${events.map((event) => event.id)}::bigint[])`
    return events.length
  })
  expect(taken).toBeLessThan(12)
  await foldPending(sql)
  expect(await inbox.thread(channel.id)).toHaveLength(20)
})

test('while the log is folded anew people are told to wait, and reading and storing go on', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, bodyOf('here', 1))
  const { sql } = inbox.ctx
  const [row] = await sql<
    { id: string }[]
  >`select id from conversations where channel_id = ${channel.id}`
  const ana = {
    id: crypto.randomUUID(),
    name: 'Ana',
    email: 'ana@example.com',
    role: 'agent' as const,
    settings: DEFAULT_AGENT_SETTINGS,
  }
  await sql.begin(async (tx) => {
    await lockFold(tx)
    const asked = Array.from({ length: 10 }, () =>
      setStatus(inbox.ctx, ana, row?.id ?? '', { status: 'resolved' }),
    )
    await inbox.append(channel.id, bodyOf('meanwhile', 2))
    expect((await listConversations(sql, { view: 'all', viewerId: ana.id })).items).not.toEqual([])
    const results = await Promise.allSettled(asked)
    expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual(
      results.map(() => 'unavailable'),
    )
  })
  await foldPending(sql)
  expect(await inbox.thread(channel.id)).toHaveLength(2)
})
