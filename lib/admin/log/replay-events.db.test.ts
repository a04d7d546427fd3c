import { expect, test } from 'vitest'
import { storm } from '@/lib/domain/fold/testing-storm'
import { reason } from '@/lib/i18n/reason'
import { checkRebuild } from '@/lib/log/rebuild'
import { testInbox } from '@/lib/log/testing'
import { toEventDetail } from '@/lib/view/event-view'
import { browseEvents, browseSchema, showEvent } from './browse-events'
import { replayEvents } from './replay-events'

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

/** Lines of which those that begin with `stuck` could not be stored when they came; now they can. */
async function channelWithStuck(...texts: string[]) {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await refuse('stuck')
  await inbox.receive(channel.id, ...texts.map((text, index) => bodyOf(text, index)))
  await sql`drop trigger poison on messages`
  const events = await sql<{ id: number; outcome: string }[]>`
    select e.id, o.outcome from events e join event_outcomes o on o.event_id = e.id
    where e.channel_id = ${channel.id} and e.kind = 'webhook' order by e.id`
  const stuck = events.filter((event) => event.outcome === 'quarantined').map((event) => event.id)
  return { channel, stuck, all: events.map((event) => event.id) }
}

async function refuse(word: string) {
  const { sql } = inbox.ctx
  await sql.unsafe(`create or replace function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.content->>'text' like '${word}%' then raise exception 'refused' using errcode = '22023'; end if;
      return new;
    end $$`)
  await sql`create trigger poison before insert on messages for each row execute function refuse_poison()`
}

const textsOf = async (channelId: string) =>
  (await inbox.thread(channelId)).map((each) => each.content.text)

test('a range is replayed, and a dry run says the same and changes nothing', async () => {
  const { channel, stuck, all } = await channelWithStuck('one', 'stuck a', 'stuck b', 'four')
  const events = { from: all[0] ?? 0, to: stuck[0] ?? 0 }
  const dry = await replayEvents(inbox.ctx, { events, dryRun: true })
  expect(dry.events).toEqual([
    { id: all[0], before: 'message', after: 'message' },
    { id: stuck[0], before: 'quarantined', after: 'message' },
  ])
  expect(dry.changed).toEqual({ messages: 1, conversations: 1 })
  expect(await textsOf(channel.id)).toEqual(['one', 'four'])

  const done = await replayEvents(inbox.ctx, { events })
  expect({ ...done, dryRun: true }).toEqual(dry)
  expect(await textsOf(channel.id)).toEqual(['one', 'stuck a', 'four'])
  const again = await replayEvents(inbox.ctx, { events })
  expect(again.events.map((event) => event.after)).toEqual(['message', 'message'])
  expect(again.changed).toEqual({ messages: 0, conversations: 0 })
})

test('the whole quarantine is replayed; one that still can’t be stored keeps none of the others back', async () => {
  const { channel, stuck } = await channelWithStuck('stuck a', 'stuck for ever', 'stuck c')
  await refuse('stuck for ever')
  const replay = await replayEvents(inbox.ctx, { events: 'quarantined' })
  await inbox.ctx.sql`drop trigger poison on messages`
  const mine = replay.events.filter((event) => stuck.includes(event.id))
  expect(mine).toMatchObject([
    { after: 'message' },
    { after: 'quarantined', error: reason('delivery.problem.saving', { error: 'refused' }) },
    { after: 'message' },
  ])
  expect(await textsOf(channel.id)).toEqual(['stuck a', 'stuck c'])
})

test('two replays at once do what one does', async () => {
  const { channel, stuck } = await channelWithStuck('stuck a', 'two', 'stuck c')
  await Promise.all([1, 2, 3].map(() => replayEvents(inbox.ctx, { events: stuck })))
  expect(await textsOf(channel.id)).toEqual(['stuck a', 'two', 'stuck c'])
  expect((await inbox.outcomes(channel.id)).map((each) => each.outcome)).toEqual([
    'message',
    'message',
    'message',
  ])
})

test('replaying bodies that nobody can read yet changes nothing, and a rebuild agrees', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, ...storm(11, 120))
  const before = await inbox.outcomes(channel.id)
  const thread = await inbox.thread(channel.id)
  expect(before.filter((each) => each.outcome === 'quarantined').length).toBeGreaterThan(20)
  await replayEvents(inbox.ctx, { events: 'quarantined' })
  await replayEvents(inbox.ctx, { events: 'quarantined' })
  expect(await inbox.outcomes(channel.id)).toEqual(before)
  expect(await inbox.thread(channel.id)).toEqual(thread)
  const check = await checkRebuild(inbox.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

test('what is no webhook of ours is not replayed, in words', async () => {
  const [own] = await inbox.ctx.sql<{ id: number }[]>`
    select id from events where kind = 'channel.connected' limit 1`
  await expect(replayEvents(inbox.ctx, { events: [own?.id ?? 0] })).rejects.toThrow(
    /isn’t a webhook/,
  )
  await expect(replayEvents(inbox.ctx, { events: [999_999_999] })).rejects.toThrow(/no event/)
  await expect(replayEvents(inbox.ctx, { events: [] })).rejects.toThrow(/log\.problem\.replayed/)
})

test('an admin pages through the log and reads the exact bytes of an event', async () => {
  const channel = await inbox.channel()
  const body = '\u0000{"not json'
  await inbox.receive(channel.id, body, bodyOf('one', 1), bodyOf('two', 2))
  const browse = (cursor?: string) =>
    browseEvents(
      inbox.ctx,
      browseSchema.parse({ channel: channel.id, kind: 'webhook', limit: '2', cursor }),
    )
  const first = await browse()
  const second = await browse(first.nextCursor ?? undefined)
  expect(first.items.map((item) => item.outcome)).toEqual(['message', 'message'])
  expect(second.items.map((item) => item.outcome)).toEqual(['quarantined'])
  expect(second.nextCursor).toBeNull()
  const shown = toEventDetail(await showEvent(inbox.ctx, second.items[0]?.id ?? 0))
  expect(Buffer.from(shown.bodyBase64, 'base64').toString()).toBe(body)
  expect(shown).toMatchObject({ body, outcome: 'quarantined', deliveries: 1 })
})
