import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { listIntegrations } from '@/lib/admin/channel/integrations'
import { deletePause, findPause } from '@/lib/db/channel/connection-pauses'
import { listOutages } from '@/lib/db/reply/outbox'
import { reason } from '@/lib/i18n/reason'
import { fetchMedia, type MediaTools } from '@/lib/jobs/media/fetch-media'
import { inTime } from '@/lib/log/turn'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import { setLiveChat } from '../owner/set-live-chat'
import { testTeam } from '../testing'
import { prolongPause } from './pauses'
import { findRest } from './rests'

const team = testTeam()
let dataDir: string
let media: MediaTools

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-rests-'))
  media = { store: openDiskStore(dataDir), agent: openMediaAgent(true), allowPrivate: true }
})
afterAll(async () => {
  await media.agent.close()
  await rm(dataDir, { recursive: true, force: true })
})
afterEach(async () => {
  await team.control('DELETE', '/limit')
  await team.control('DELETE', '/faults')
  await deletePause(team.ctx.sql, await connectionId())
})

async function connectionId(): Promise<string> {
  const [row] = await team.ctx.sql<{ connectionId: string }[]>`
    select connection_id from channels where id = ${team.channelId}`
  return row?.connectionId ?? ''
}

const pauseOf = async () => findPause(team.ctx.sql, await connectionId())

/** How many calls Stella heard while `work` was done. */
async function callsDuring(path: string, work: () => Promise<unknown>): Promise<number> {
  const { requests: before } = await team.control('GET', '/requests')
  const since = before.at(-1)?.seq ?? 0
  await work()
  const { requests } = await team.control('GET', `/requests?since=${since}`)
  return requests.filter((request: { path: string }) => request.path.includes(path)).length
}

/** When the job with this key runs, in epoch ms. */
async function jobAt(key: string): Promise<number> {
  const [row] = await team.ctx.sql<{ runAt: string }[]>`
    select run_at from graphile_worker.jobs where key = ${key}`
  return row ? new Date(row.runAt).getTime() : 0
}

async function fileOf(conversationId: string) {
  const { items } = await team.thread(conversationId)
  const file = items.flatMap((message) => message.media)[0]
  if (!file) throw new Error('There is no file.')
  return file
}

test('a limit that a member read used up keeps replies, reads and files waiting until it is over, and then all go', async () => {
  const { id, member } = await team.takenConversation()
  await team.control('POST', '/say', { channel: team.stellaId, member, media: 'image' })
  await team.settle()
  const file = await fileOf(id)
  await team.control('PUT', '/limit', { calls: 1, seconds: 3 })
  await team.refresh(id)
  const pause = await pauseOf()
  expect(pause).toMatchObject({ cause: 'limit', tries: 0 })

  await team.reply(id, 'when it is over')
  const calls = await callsDuring('/', async () => {
    await team.runOutbox(id)
    await team.refresh(id)
    await fetchMedia(team.ctx, media, { mediaId: file.id }, false)
  })
  expect(calls).toBe(0)
  expect(await jobAt(`refresh-member:${id}`)).toBeGreaterThanOrEqual(pause?.until ?? 0)
  expect(await jobAt(`fetch-media:${file.id}`)).toBeGreaterThanOrEqual(pause?.until ?? 0)
  expect(await listOutages(team.ctx.sql), 'three seconds are no outage').toEqual([])

  await team.control('DELETE', '/limit')
  await team.drain(id)
  await team.refresh(id)
  await fetchMedia(team.ctx, media, { mediaId: file.id }, false)
  expect(await team.phone(member)).toEqual(['when it is over'])
  expect((await fileOf(id)).state).toBe('stored')
})

test('a call that Stella turned away with 429 is one limit for all: taking over is tried and says when to try again', async () => {
  const { id } = await team.newConversation()
  await team.refresh(id)
  await team.control('PUT', '/limit', { calls: 1, seconds: 30 })
  await team.refresh(id)
  await expect(setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: true })).rejects.toThrow(
    /^Nothing was changed\. Try again in (29|30) seconds\. Reason: Too many calls\.$/,
  )
  expect((await team.conversation(id)).owner).toBe('bot')
  await expect(listIntegrations(team.ctx, await connectionId())).rejects.toThrow(/Too many calls/)
  const rest = await findRest(team.ctx.sql, await connectionId())
  expect((rest ?? 0) - Date.now()).toBeGreaterThan(25_000)
})

test('a long rest is shown to whoever’s reply waits for it', async () => {
  const { id } = await team.takenConversation()
  await team.control('PUT', '/limit', { calls: 1, seconds: 60 })
  await team.refresh(id)
  await team.reply(id, 'in a minute')
  await team.runOutbox(id)
  expect(await listOutages(team.ctx.sql)).toMatchObject([
    { reason: reason('connection.call.limitUsedUp'), waiting: 1 },
  ])
  expect((await team.replies(id))[0]).toMatchObject({
    delivery: 'queued',
    nextAttemptAt: expect.any(String),
  })
  await team.control('DELETE', '/limit')
  await deletePause(team.ctx.sql, await connectionId())
  await team.drain(id)
})

test('a read that Stella puts off with 503 comes back when Stella said, and stops nobody else', async () => {
  const { id } = await team.takenConversation()
  await team.control('POST', '/faults', { fault: '503', times: 1, api: 'member' })
  const asked = Date.now()
  await team.refresh(id)
  expect(await jobAt(`refresh-member:${id}`)).toBeGreaterThanOrEqual(asked + 1_000)
  expect(await pauseOf()).toBeUndefined()
})

test('that replies can’t leave is no reason to stop reading members; that Stella asked for peace is', async () => {
  const { id } = await team.takenConversation()
  const pause = async (cause: 'unclear' | 'busy') => {
    const call = { connectionId: await connectionId(), reason: 'x', cause, wasProbe: false }
    await deletePause(team.ctx.sql, call.connectionId)
    await inTime(team.ctx, (tx) => prolongPause(tx, { ...call, retryAfterMs: 9_000 }, Date.now()))
  }
  await pause('unclear')
  expect(await callsDuring('/member', () => team.refresh(id))).toBe(1)
  await pause('busy')
  expect(await callsDuring('/member', () => team.refresh(id))).toBe(0)
})
