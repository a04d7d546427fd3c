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
    await expect.poll(lockedReads, { timeout: 10_000 }).toBeGreaterThanOrEqual(6)
    await team.reply(id, 'On its way')
    await team.control('POST', '/say', {
      channel: team.stellaId,
      member: asking.member,
      text: 'mensch',
    })
    await team.settle()
    await expect.poll(() => team.phone(member), { timeout: 15_000 }).toContain('On its way')
    await expect
      .poll(() => team.conversation(asking.id), { timeout: 15_000 })
      .toMatchObject({ owner: 'waiting', liveChat: true })
    // Neither waited for a read: none has ended by now.
    expect(await countReads()).toBe(readsBefore)
  } finally {
    await jobs.stop()
  }
}, 90_000)

async function lockedReads(): Promise<number> {
  const rows = await team.ctx.sql`
    select 1 from graphile_worker.jobs
    where task_identifier = 'refresh-member' and locked_at is not null`
  return rows.length
}

async function countReads(): Promise<number> {
  const rows = await team.ctx.sql`select 1 from events where kind = 'member.read'`
  return rows.length
}
