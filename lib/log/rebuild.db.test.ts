import { expect, test } from 'vitest'
import { insertDeliveries } from '@/lib/db/log/events'
import { FEED_CHANNEL } from '@/lib/db/log/feed'
import { lockFold } from '@/lib/db/log/fold-lock'
import { readFeedHead } from '@/lib/db/log/load-world'
import { Hub } from '@/lib/realtime/hub'
import * as documents from '@/lib/stella/fixtures/documents'
import { Appender } from './append'
import { foldPending } from './fold'
import { applyRebuild, checkRebuild } from './rebuild'
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

/** A channel with a few lines, a file and a repeat, whose stored rows somebody then changes by hand. */
async function tampered() {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await inbox.receive(channel.id, bodyOf('one', 1), bodyOf('two', 2), bodyOf('three', 3))
  await inbox.receive(channel.id, documents.RAW_VIDEO, bodyOf('one', 1))
  await sql`update messages set content = '{"type":"text","text":"forged"}'
    where channel_id = ${channel.id} and content->>'text' = 'one'`
  await sql`delete from messages where channel_id = ${channel.id} and content->>'text' = 'two'`
  await sql`insert into message_keys (channel_id, key, message_id, guessed)
    values (${channel.id}, 'id:invented', gen_random_uuid(), false)`
  return channel
}

test('a check says which rows somebody changed by hand, and applying the rebuild restores them', async () => {
  const { sql } = inbox.ctx
  const channel = await tampered()
  const check = await checkRebuild(sql)
  expect(check).toMatchObject({ same: false, applied: false })
  const differing = check.tables.filter((table) => !table.same)
  expect(differing.map((table) => table.table)).toEqual(['messages', 'message_keys'])
  const [messages, keys] = differing.map((table) => table.difference)
  expect(messages).toMatchObject({ added: 1, removed: 0, changed: 1 })
  expect(messages?.examples.find((row) => row.kind === 'changed')?.columns).toMatchObject([
    { name: 'content', stored: { text: 'forged' }, rebuilt: { text: 'one' } },
  ])
  expect(keys).toMatchObject({ added: 0, removed: 1, changed: 0 })
  expect(keys?.examples).toEqual([
    { kind: 'removed', key: `${channel.id} id:invented`, columns: [] },
  ])

  expect(await applyRebuild(sql)).toMatchObject({ same: false, applied: true })
  expect(await checkRebuild(sql)).toMatchObject({ same: true })
  const texts = (await inbox.thread(channel.id)).map((each) => each.content.text)
  expect(texts.filter(Boolean).sort()).toEqual(['one', 'three', 'two'])
  expect(await applyRebuild(sql)).toMatchObject({ same: true, applied: false })
})

test('an event whose outcome was removed is found again', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await inbox.receive(channel.id, bodyOf('kept', 10), bodyOf('lost', 11))
  await sql`delete from event_outcomes where event_id in (
    select event_id from messages where channel_id = ${channel.id} and content->>'text' = 'lost')`
  await sql`delete from messages where channel_id = ${channel.id} and content->>'text' = 'lost'`
  await applyRebuild(sql)
  expect((await inbox.thread(channel.id)).map((each) => each.content.text)).toEqual([
    'kept',
    'lost',
  ])
  expect(await inbox.outcomes(channel.id)).toMatchObject([
    { outcome: 'message' },
    { outcome: 'message' },
  ])
  expect(await checkRebuild(sql)).toMatchObject({ same: true })
})

test('deliveries are accepted while the log is folded anew, and fold afterwards', async () => {
  const { sql } = inbox.ctx
  const channel = await tampered()
  const appender = new Appender(sql)
  let accepted = 0
  const { rebuilding } = await sql.begin(async (tx) => {
    // Another writer holds the fold; the rebuild waits behind it, and neither keeps deliveries out.
    await lockFold(tx)
    const rebuilding = applyRebuild(sql)
    for (const text of ['during', 'the', 'rebuild']) {
      await appender.append(channel.id, Buffer.from(JSON.stringify(bodyOf(text, 60))), {})
      accepted += 1
    }
    return { rebuilding }
  })
  expect(accepted).toBe(3)
  expect(await rebuilding).toMatchObject({ applied: true })
  await foldPending(sql)
  const texts = (await inbox.thread(channel.id)).map((each) => each.content.text)
  for (const text of ['one', 'two', 'three', 'during', 'the', 'rebuild'])
    expect(texts).toContain(text)
  expect(await checkRebuild(sql)).toMatchObject({ same: true })
})

test('browsers that are connected are told to fetch anew, and what comes next reaches them', async () => {
  const { sql } = inbox.ctx
  const channel = await tampered()
  const hub = new Hub(sql, (error) => {
    throw error
  })
  await hub.start(FEED_CHANNEL)
  const before = await readFeedHead(sql)
  const frames: string[] = []
  const subscriber = {
    sessionId: 'any',
    agentId: 'any',
    position: before,
    send: (frame: Uint8Array) => frames.push(new TextDecoder().decode(frame)) > 0,
    close: () => {},
  }
  await hub.subscribe(subscriber)
  await applyRebuild(sql)
  await expect.poll(() => frames.length).toBe(1)
  const after = await readFeedHead(sql)
  expect(after).toBeGreaterThan(before)
  expect(frames[0]).toContain('event: reset')
  expect(frames[0]).toContain(`id: ${after}`)
  await inbox.receive(channel.id, bodyOf('next', 90))
  await expect.poll(() => frames.length).toBe(2)
  expect(frames[1]).toContain('next')
  await hub.stop(new Uint8Array())
})

test('files that only the rebuild shows are fetched', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await inbox.receive(channel.id, documents.RAW_VIDEO)
  const [file] = await sql<{ id: string }[]>`
    delete from media where channel_id = ${channel.id} returning id`
  await sql`delete from graphile_worker._private_jobs where key = ${`fetch-media:${file?.id}`}`
  await applyRebuild(sql)
  const jobs =
    await sql`select 1 from graphile_worker.jobs where key = ${`fetch-media:${file?.id}`}`
  expect(jobs).toHaveLength(1)
})

test('an append that carries a known body while the log is rebuilt only raises its count', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await inbox.receive(channel.id, bodyOf('again', 1))
  const [known] = await sql<{ body: Buffer; sha256: Buffer }[]>`
    select body, sha256 from events where channel_id = ${channel.id} and kind = 'webhook'`
  if (!known) throw new Error('The delivery is not in the log')
  await Promise.all([
    applyRebuild(sql),
    insertDeliveries(sql, [{ ...known, channelId: channel.id, headers: {}, deliveries: 1 }]),
  ])
  expect(await inbox.outcomes(channel.id)).toMatchObject([{ outcome: 'message', deliveries: 2 }])
})
