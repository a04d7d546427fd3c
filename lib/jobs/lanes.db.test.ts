import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testTeam } from '@/lib/inbox/testing'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import type { MediaTools } from './media/fetch-media'
import { runJobs } from './run-jobs'

const team = testTeam()
const FILES = 14
/** More than a reply may take here, by far. */
const DRIP_MS = 20_000
let dataDir: string
let tools: MediaTools

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-lanes-'))
  const limits = { sizeMax: 1024 * 1024, timeMaxMs: DRIP_MS }
  const store = openDiskStore(dataDir)
  tools = { store, agent: openMediaAgent(true), allowPrivate: true, limits }
})
afterAll(async () => {
  await tools.agent.destroy()
  await rm(dataDir, { recursive: true, force: true })
})

test('a reply leaves at once, however many files come in drops from slow hosts', async () => {
  const { id, member } = await team.takenConversation()
  const other = await team.newConversation()
  for (let turn = 0; turn < FILES; turn++)
    await team.control('POST', '/say', {
      channel: team.stellaId,
      member: other.member,
      action: { type: 'media', kind: 'image', piece: 'drip' },
    })
  await team.settle()
  const jobs = await runJobs(team.ctx, tools)
  try {
    // Every worker that takes files has one now.
    await expect.poll(lockedFetches, { timeout: 5_000 }).toBeGreaterThanOrEqual(4)
    const began = Date.now()
    await team.reply(id, 'On its way')
    await expect.poll(() => team.phone(member), { timeout: 8_000 }).toContain('On its way')
    expect(Date.now() - began).toBeLessThan(DRIP_MS / 2)
    expect(await lockedFetches()).toBeGreaterThanOrEqual(4)
  } finally {
    await tools.agent.destroy()
    await jobs.stop()
  }
}, 60_000)

async function lockedFetches(): Promise<number> {
  const rows = await team.ctx.sql`
    select 1 from graphile_worker.jobs
    where task_identifier = 'fetch-media' and locked_at is not null`
  return rows.length
}
