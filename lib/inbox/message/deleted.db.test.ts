import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveMedia } from '@/lib/http/media/serve-media'
import { reason } from '@/lib/i18n/reason'
import type { MediaTools } from '@/lib/jobs/media/fetch-media'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import { fetchMediaAgain } from '../media/fetch-media-again'
import { testTeam } from '../testing'
import { readPassport } from './passport'

const team = testTeam()
const HASH = 'a'.repeat(64)
let dataDir: string
let media: MediaTools

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-deleted-'))
  media = { store: openDiskStore(dataDir), agent: openMediaAgent(true), allowPrivate: true }
  const temporary = await media.store.temporaryPath()
  await writeFile(temporary, 'abc')
  await media.store.keep(temporary, HASH)
})
afterAll(async () => {
  await media.agent.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('of what the member deleted an agent gets no word, no file and no byte; who sees the log gets the bytes', async () => {
  const { id, member } = await team.newConversation('Good day')
  const raw = (message: object) => ({
    messages: [{ from: member, timestamp: String(Math.floor(Date.now() / 1000)), ...message }],
  })
  const image = { id: `file-${member}`, mime_type: 'image/jpeg', caption: 'My secret' }
  await team.inbox.receive(team.channelId, raw({ id: `photo-${member}`, type: 'image', image }))
  const shown = async () =>
    (await team.thread(id)).items.find((message) => message.platformMessageId === `photo-${member}`)
  const before = await shown()
  const [file] = before?.media ?? []
  if (!before || !file) throw new Error('The photo is not shown')
  await inTime(team.ctx, (tx) =>
    record(tx, { ...STORED_FILE, mediaId: file.id }, { conversationId: id }),
  )
  expect((await served(file.id)).status).toBe(200)
  const place = { conversationId: id, messageId: before.id }
  const asAgent = () => readPassport(team.ctx, team.agent('Ana'), place)
  expect(JSON.stringify(await asAgent())).toContain('My secret')

  const status = { id: `photo-${member}`, status: 'deleted', timestamp: '1700000009' }
  await team.inbox.receive(team.channelId, { statuses: [status] })
  expect(JSON.stringify(await shown())).not.toContain('My secret')
  const gone = { code: 'not_found', message: 'This file isn’t stored.' }
  await expect(served(file.id)).rejects.toMatchObject(gone)
  await expect(served(file.id, 'thumbnail')).rejects.toMatchObject(gone)
  await expect(fetchMediaAgain(team.ctx, team.agent('Ana'), file.id)).rejects.toThrow(/deleted/)
  const seenByAgent = await asAgent()
  expect(JSON.stringify(seenByAgent)).not.toContain('My secret')
  expect(seenByAgent.withheld).toEqual(reason('message.passport.withheld'))
  expect(seenByAgent.hops.map(({ text }) => text)).toContainEqual(
    reason('message.passport.deleted'),
  )
  const asAdmin = await readPassport(team.ctx, { role: 'admin' }, place)
  expect(JSON.stringify(asAdmin)).toContain('My secret')
})

const STORED_FILE = {
  type: 'media.stored',
  sha256: HASH,
  size: 3,
  mimeType: 'image/jpeg',
  thumbnailSha256: HASH,
} as const

function served(id: string, part: 'file' | 'thumbnail' = 'file') {
  return serveMedia({ ctx: team.ctx, media }, new Request('http://inbox.test/api'), id, part)
}
