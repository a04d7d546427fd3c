import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listGallery } from '@/lib/db/gallery'
import { listMessages } from '@/lib/db/messages'
import { receiveUpload } from '@/lib/inbox/receive-upload'
import { testTalk } from '@/lib/inbox/testing'
import { checkRebuild } from '@/lib/log/rebuild'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import { expireMedia } from './expire-media'
import { fetchMedia, type MediaTools } from './fetch-media'

const talk = testTalk()
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
  expect(await expireMedia(talk.ctx, tools.store, { keepThumbnails: true }, LATER)).toBe(0)
  expect(await tools.store.sizeOf(file.sha256)).toBeGreaterThan(0)
})

test('what is older than the setting loses its bytes and keeps its thumbnail, if so set', async () => {
  const { id, file } = await storedPhoto()
  const young = { days: 60, keepThumbnails: true }
  expect(await expireMedia(talk.ctx, tools.store, young, LATER)).toBe(0)
  const old = { days: 30, keepThumbnails: true }
  expect(await expireMedia(talk.ctx, tools.store, old, LATER)).toBeGreaterThan(0)
  expect(await tools.store.sizeOf(file.sha256)).toBeUndefined()
  expect(await tools.store.sizeOf(file.thumbnailSha256)).toBeGreaterThan(0)
  const shown = (await listMessages(talk.ctx.sql, id)).items.flatMap((line) => line.media)
  expect(shown).toMatchObject([{ state: 'expired', thumbnailUrl: expect.any(String) }])
  const { items } = await listGallery(talk.ctx.sql, id, { shelf: 'pictures' })
  expect(items).toMatchObject([{ state: 'expired' }])
})

test('without thumbnails nothing of it stays, but in the log', async () => {
  // Bytes are kept once: another picture than the one whose thumbnail still stands.
  const { file, id } = await storedPhoto('parcel')
  await expireMedia(talk.ctx, tools.store, { days: 30, keepThumbnails: false }, LATER)
  expect(await tools.store.sizeOf(file.thumbnailSha256)).toBeUndefined()
  expect((await listGallery(talk.ctx.sql, id, { shelf: 'pictures' })).items).toEqual([])
  expect(await checkRebuild(talk.ctx.sql)).toMatchObject({ same: true })
})

test('bytes that something else still needs stay; an upload that was never sent goes after a week', async () => {
  const { id } = await talk.takenTalk()
  const bytes = Buffer.from('Prices: 780')
  const input = { id: crypto.randomUUID(), conversation: id, name: 'prices.txt' }
  const { file } = await receiveUpload(talk.ctx, tools.store, talk.agent('Ana'), input, once(bytes))
  const again = { ...input, id: crypto.randomUUID() }
  await receiveUpload(talk.ctx, tools.store, talk.agent('Ana'), again, once(bytes))
  await talk.ctx
    .sql`update uploads set created_at = now() - interval '8 days' where id = ${input.id}`
  await expireMedia(talk.ctx, tools.store, { keepThumbnails: true })
  expect(await tools.store.sizeOf(file.sha256)).toBe(bytes.length)
  await talk.ctx.sql`update uploads set created_at = now() - interval '8 days'`
  await expireMedia(talk.ctx, tools.store, { keepThumbnails: true })
  expect(await tools.store.sizeOf(file.sha256)).toBeUndefined()
})

test('the gallery shows pictures and files apart, newest first, page by page', async () => {
  const { id, member } = await talk.newTalk()
  const to = { channel: talk.stellaId, member }
  await talk.control('POST', '/say', { ...to, media: 'image', piece: 'lie' })
  for (const media of ['image', 'document', 'video', 'voice'])
    await talk.control('POST', '/say', { ...to, media })
  await talk.settle()
  for (const { id: mediaId } of await talk.ctx.sql<{ id: string }[]>`
    select id from media where conversation_id = ${id}`)
    await fetchMedia(talk.ctx, tools, { mediaId }, false)
  const first = await listGallery(talk.ctx.sql, id, { shelf: 'pictures', limit: 1 })
  expect(first.items).toMatchObject([{ kind: 'video' }])
  const before = first.nextCursor ?? ''
  const second = await listGallery(talk.ctx.sql, id, { shelf: 'pictures', before })
  expect(second).toMatchObject({ items: [{ kind: 'image' }], nextCursor: null })
  const files = await listGallery(talk.ctx.sql, id, { shelf: 'files', before: 'no order' })
  expect(files.items.map((item) => item.kind)).toEqual(['voice', 'file', 'image'])
})

async function storedPhoto(piece = 'jacket') {
  const { id, member } = await talk.newTalk()
  await talk.control('POST', '/say', { channel: talk.stellaId, member, media: 'image', piece })
  await talk.settle()
  const find = async () => {
    const [row] = await talk.ctx.sql<{ id: string; sha256: string; thumbnailSha256: string }[]>`
      select id, sha256, thumbnail_sha256 from media where conversation_id = ${id}`
    if (!row) throw new Error('The photo has no row')
    return row
  }
  await fetchMedia(talk.ctx, tools, { mediaId: (await find()).id }, false)
  return { id, file: await find() }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
