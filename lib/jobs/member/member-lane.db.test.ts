import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configureChannel } from '@/lib/admin/channel/configure-channel'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { askAgain } from '@/lib/inbox/owner/ownership'
import { testTeam } from '@/lib/inbox/testing'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import { runJobs } from '../run-jobs'

const team = testTeam()
/** More than any lane has places. */
const MEMBERS = 24
/** As many as the lane of members has places. */
const READS_AT_ONCE = 6
/** A reply leaves within about a second; a busy machine takes longer, and a read several times as long. */
const SOON_MS = 5_000
/** Stella tells of a member so slowly that no read ends while this test runs. */
const SLOW_MS = 19_000
let dataDir: string
const agent = openMediaAgent(true)

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-lanes-'))
})
afterAll(async () => {
  await agent.destroy()
  await rm(dataDir, { recursive: true, force: true })
})

test('however long Stella takes to tell of members, replies leave and bots are stopped meanwhile', async () => {
  const settings = channelSettingsSchema.parse({ handOverKeywords: ['mensch'] })
  await configureChannel(team.ctx, team.agent('Ana').id, team.channelId, settings)
  const { id, member } = await team.takenConversation()
  const asking = await team.newConversation()
  await team.control('POST', '/faults', { fault: 'slow', api: 'member', ms: SLOW_MS, times: 1_000 })
  for (let turn = 0; turn < MEMBERS; turn++)
    await askAgain(team.ctx, (await team.newConversation()).id)
  const readsBefore = await countReads()
  const jobs = await runJobs(team.ctx, {
    store: openDiskStore(dataDir),
    agent,
    allowPrivate: true,
  })
  try {
    await expect.poll(readsUnderWay, { timeout: 10_000 }).toHaveLength(READS_AT_ONCE)
    const slow = await readsUnderWay()
    await team.reply(id, 'On its way')
    await expect.poll(() => team.phone(member), { timeout: SOON_MS }).toContain('On its way')
    expect(await readsUnderWay(), 'it waited for a read').toEqual(slow)

    const { stellaId: channel } = team
    await team.control('POST', '/say', { channel, member: asking.member, text: 'mensch' })
    await team.settle()
    await expect
      .poll(() => team.conversation(asking.id), { timeout: SOON_MS })
      .toMatchObject({ owner: 'waiting', liveChat: true })
    expect(await readsUnderWay(), 'it waited for a read').toEqual(slow)
    expect(await countReads()).toBe(readsBefore)
  } finally {
    await jobs.stop()
  }
}, 90_000)

/** The reads that a worker has begun and not ended, by the queue's own ids. */
async function readsUnderWay(): Promise<string[]> {
  const rows = await team.ctx.sql<{ id: string }[]>`
    select id from graphile_worker.jobs
    where task_identifier = 'refresh-member' and locked_at is not null order by id`
  return rows.map((row) => row.id)
}

async function countReads(): Promise<number> {
  const rows = await team.ctx.sql`select 1 from events where kind = 'member.read'`
  return rows.length
}
