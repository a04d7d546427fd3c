import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listGallery } from '@/lib/db/media/gallery'
import { removeUnneeded } from '@/lib/db/media/media-claims'
import { findUpload } from '@/lib/db/media/uploads'
import { receiveUpload } from '@/lib/inbox/media/receive-upload'
import { testTeam } from '@/lib/inbox/testing'
import { checkRebuild } from '@/lib/log/rebuild'
import { claiming } from '@/lib/media/claiming'
import { openMediaAgent } from '@/lib/media/guard'
import { type MediaStore, openDiskStore } from '@/lib/media/store'
import { expireMedia } from './expire-media'
import { fetchMedia, type MediaTools } from './fetch-media'

const team = testTeam()
const LATER = Date.now() + 40 * 86_400_000
let dataDir: string
let tools: MediaTools

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-expire-'))
  tools = { store: openDiskStore(dataDir), agent: openMediaAgent(true), allowPrivate: true }
})
afterAll(async () => {
  await tools.agent.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('without a setting everything is kept', async () => {
  const { file } = await storedPhoto()
  expect(await expireMedia(team.ctx, tools.store, { keepThumbnails: true }, LATER)).toBe(0)
  expect(await tools.store.sizeOf(file.sha256)).toBeGreaterThan(0)
})

test('what is older than the setting loses its bytes and keeps its thumbnail, if so set', async () => {
  const { id, file } = await storedPhoto()
  const young = { days: 60, keepThumbnails: true }
  expect(await expireMedia(team.ctx, tools.store, young, LATER)).toBe(0)
  const old = { days: 30, keepThumbnails: true }
  expect(await expireMedia(team.ctx, tools.store, old, LATER)).toBeGreaterThan(0)
  expect(await tools.store.sizeOf(file.sha256)).toBeUndefined()
  expect(await tools.store.sizeOf(file.thumbnailSha256)).toBeGreaterThan(0)
  const shown = (await team.thread(id)).items.flatMap((message) => message.media)
  expect(shown).toMatchObject([{ state: 'expired', thumbnailUrl: expect.any(String) }])
  const { items } = await listGallery(team.ctx.sql, id, { shelf: 'pictures' })
  expect(items).toMatchObject([{ state: 'expired' }])
})

test('without thumbnails nothing of it stays, but in the log', async () => {
  // Bytes are kept once: another picture than the one whose thumbnail still stands.
  const { file, id } = await storedPhoto('parcel')
  await expireMedia(team.ctx, tools.store, { days: 30, keepThumbnails: false }, LATER)
  expect(await tools.store.sizeOf(file.thumbnailSha256)).toBeUndefined()
  expect((await listGallery(team.ctx.sql, id, { shelf: 'pictures' })).items).toEqual([])
  expect(await checkRebuild(team.ctx.sql)).toMatchObject({ same: true })
})

test('bytes that something else still needs stay; an upload that was never sent goes after a week', async () => {
  const { id } = await team.takenConversation()
  const bytes = Buffer.from('Prices: 780')
  const input = { id: crypto.randomUUID(), conversation: id, name: 'prices.txt' }
  const { file } = await receiveUpload(team.ctx, tools.store, team.agent('Ana'), input, once(bytes))
  const again = { ...input, id: crypto.randomUUID() }
  await receiveUpload(team.ctx, tools.store, team.agent('Ana'), again, once(bytes))
  await team.ctx
    .sql`update uploads set created_at = now() - interval '8 days' where id = ${input.id}`
  await expireMedia(team.ctx, tools.store, { keepThumbnails: true })
  expect(await tools.store.sizeOf(file.sha256)).toBe(bytes.length)
  await team.ctx.sql`update uploads set created_at = now() - interval '8 days'`
  await expireMedia(team.ctx, tools.store, { keepThumbnails: true })
  expect(await tools.store.sizeOf(file.sha256)).toBeUndefined()
})

test('bytes that arrive anew while they expire are kept, whichever comes first', async () => {
  const { sql } = team.ctx
  const first = 'c'.repeat(64)
  const second = 'd'.repeat(64)
  // The removal has looked, and is at it, when the same bytes come again on another connection.
  const bytes = await keepBytes(tools.store, first)
  const removing = signal()
  const mayRemove = signal()
  const removal = removeUnneeded(sql, first, async (sha256) => {
    removing.give()
    await mayRemove.given
    await tools.store.remove(sha256)
  })
  await removing.given
  let kept = false
  const arrival = keepBytes(claiming(tools.store, sql), first).then(() => {
    kept = true
  })
  await expect
    .poll(() => sql`select 1 from pg_locks where locktype = 'advisory' and not granted`)
    .toHaveLength(1)
  expect(kept).toBe(false)
  mayRemove.give()
  await Promise.all([removal, arrival])
  expect(await tools.store.sizeOf(first)).toBe(bytes)

  // They came first, and no row names them yet.
  await keepBytes(claiming(tools.store, sql), second)
  await removeUnneeded(sql, second, tools.store.remove)
  expect(await tools.store.sizeOf(second)).toBe(bytes)
  // A claim that nothing followed holds nobody up for ever.
  await sql`update media_claims set claimed_at = now() - interval '2 hours'`
  await removeUnneeded(sql, second, tools.store.remove)
  expect(await tools.store.sizeOf(second)).toBeUndefined()
})

test('an upload that a reply is taking at this moment is not forgotten', async () => {
  const { id } = await team.takenConversation()
  const input = { id: crypto.randomUUID(), conversation: id, name: 'note.txt' }
  const bytes = Buffer.from('Taken in time')
  const ana = team.agent('Ana')
  const { file } = await receiveUpload(team.ctx, tools.store, ana, input, once(bytes))
  const { sql } = team.ctx
  await sql`update uploads set created_at = now() - interval '8 days' where id = ${input.id}`
  let clearing: Promise<unknown> | undefined
  await sql.begin(async (tx) => {
    expect(await findUpload(tx, input.id, ana.id)).toBeDefined()
    clearing = expireMedia(team.ctx, tools.store, { keepThumbnails: true })
    await expect
      .poll(() => sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)
      .not.toHaveLength(0)
    await tx`insert into media (id, conversation_id, message_id, channel_id, kind, state, sha256)
      select ${crypto.randomUUID()}, conversation_id, id, channel_id, 'file', 'stored', ${file.sha256}
      from messages where conversation_id = ${id} limit 1`
  })
  await clearing
  expect(await tools.store.sizeOf(file.sha256)).toBe(bytes.length)
})

test('the gallery shows pictures and files apart, newest first, page by page', async () => {
  const { id, member } = await team.newConversation()
  const to = { channel: team.stellaId, member }
  await team.control('POST', '/say', { ...to, media: 'image', piece: 'lie' })
  for (const media of ['image', 'document', 'video', 'voice'])
    await team.control('POST', '/say', { ...to, media })
  await team.settle()
  for (const { id: mediaId } of await team.ctx.sql<{ id: string }[]>`
    select id from media where conversation_id = ${id}`)
    await fetchMedia(team.ctx, tools, { mediaId }, false)
  const first = await listGallery(team.ctx.sql, id, { shelf: 'pictures', limit: 1 })
  expect(first.items).toMatchObject([{ kind: 'video' }])
  const before = first.nextCursor ?? ''
  const second = await listGallery(team.ctx.sql, id, { shelf: 'pictures', before })
  expect(second).toMatchObject({ items: [{ kind: 'image' }], nextCursor: null })
  const files = await listGallery(team.ctx.sql, id, { shelf: 'files', before: 'no order' })
  expect(files.items.map((item) => item.kind)).toEqual(['voice', 'file', 'image'])
})

async function storedPhoto(piece = 'jacket') {
  const { id, member } = await team.newConversation()
  await team.control('POST', '/say', { channel: team.stellaId, member, media: 'image', piece })
  await team.settle()
  const find = async () => {
    const [row] = await team.ctx.sql<{ id: string; sha256: string; thumbnailSha256: string }[]>`
      select id, sha256, thumbnail_sha256 from media where conversation_id = ${id}`
    if (!row) throw new Error('The photo has no row')
    return row
  }
  await fetchMedia(team.ctx, tools, { mediaId: (await find()).id }, false)
  return { id, file: await find() }
}

function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

async function keepBytes(store: MediaStore, sha256: string): Promise<number> {
  const temporary = await store.temporaryPath()
  await writeFile(temporary, 'the same bytes')
  await store.keep(temporary, sha256)
  return 'the same bytes'.length
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
