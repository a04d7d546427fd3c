import { mkdtemp, readdir, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveMedia } from '@/lib/http/media/serve-media'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { fetchMediaAgain } from '@/lib/inbox/media/fetch-media-again'
import { testTeam } from '@/lib/inbox/testing'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import { fetchMedia, type MediaTools } from './fetch-media'

const team = testTeam()
let dataDir: string
let tools: MediaTools
/** A host that answers as its paths say. */
let host: http.Server
let hostUrl: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-media-'))
  tools = { store: openDiskStore(dataDir), agent: openMediaAgent(true), allowPrivate: true }
  host = http.createServer((request, response) => {
    if (request.url === '/loop') return void response.writeHead(302, { Location: '/loop' }).end()
    if (request.url === '/missing') return void response.writeHead(404).end('no')
    if (request.url === '/lie.jpg')
      return void response
        .writeHead(200, { 'Content-Type': 'image/jpeg' })
        .end('<script>alert(1)</script>')
    response.destroy()
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})
afterAll(async () => {
  host.closeAllConnections()
  host.close()
  await tools.agent.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('a voice message that was fetched tells its length and its waveform', async () => {
  const { id, member } = await team.newConversation()
  await team.control('POST', '/say', { channel: team.stellaId, member, media: 'voice' })
  await team.settle()
  await fetchMedia(team.ctx, tools, { mediaId: (await filesOf(id))[0]?.id ?? '' }, false)
  const [voice] = await filesOf(id)
  expect(voice).toMatchObject({ state: 'stored', kind: 'voice', durationMs: 11_701 })
  expect(voice?.peaks).toHaveLength(64)
})

test.each([
  ['private', 'refused', /private address/],
  ['loop', 'refused', /redirects too often/],
  ['endless', 'refused', /larger than 2 MB/],
  ['huge', 'refused', /larger than 2 MB/],
  ['drip', 'gone', /took too long/],
  ['broken', 'gone', /couldn’t be fetched/],
  ['missing', 'gone', /404/],
  ['bomb', 'stored', /megapixels/],
  ['truncated', 'stored', /damaged/],
  ['lie', 'stored', undefined],
] as const)(
  'a photo whose host is hostile (%s) ends as %s, with a reason, soon, and leaves nothing behind',
  async (piece, state, words) => {
    const { id, member } = await team.newConversation()
    const action = { type: 'media', kind: 'image', piece }
    await team.control('POST', '/say', { channel: team.stellaId, member, action })
    await team.settle()
    const mediaId = (await filesOf(id))[0]?.id ?? ''
    const began = Date.now()
    const timeMaxMs = piece === 'drip' ? 1_500 : 10_000
    const limits = { sizeMax: 2 * 1024 * 1024, timeMaxMs }
    await fetchMedia(team.ctx, { ...tools, limits }, { mediaId }, true)
    // Far below a day of tries, on a busy machine too.
    expect(Date.now() - began).toBeLessThan(50_000)
    const [file] = await filesOf(id)
    expect(file?.state).toBe(state)
    if (words) expect(english.say(file?.reason ?? '')).toMatch(words)
    if (state === 'stored') expect(file?.type).toBe('application/octet-stream')
    expect(await readdir(path.join(dataDir, 'media', 'incoming'))).toEqual([])
  },
)

test('a store that is away is tried again, and says so', async () => {
  const { id, mediaId } = await botImage(`${hostUrl}/lie.jpg`)
  const keep = () => Promise.reject(new Error('no space left'))
  const full = { ...tools, store: { ...tools.store, keep } }
  await expect(fetchMedia(team.ctx, full, { mediaId }, false)).rejects.toThrow(/no space/)
  expect((await filesOf(id)).at(-1)).toMatchObject({
    state: 'waiting',
    reason: reason('media.fetched.notStored', { why: 'no space left' }),
  })
  await fetchMedia(team.ctx, tools, { mediaId }, false)
  expect((await filesOf(id)).at(-1)).toMatchObject({ state: 'stored', reason: undefined })
})

test('a file that can’t be had yet says why it waits, once', async () => {
  const { id, mediaId } = await botImage('http://127.0.0.1:9/closed')
  for (let turn = 0; turn < 3; turn++)
    await expect(fetchMedia(team.ctx, tools, { mediaId }, false)).rejects.toThrow()
  const file = (await filesOf(id)).at(-1)
  expect(file).toMatchObject({ state: 'waiting', reason: { key: 'media.fetched.failed' } })
  const recorded = await team.ctx.sql`
    select 1 from events where kind = 'media.delayed' and conversation_id = ${id}`
  expect(recorded).toHaveLength(1)
})

test('what is gone can be asked for again; what is here or was never anywhere can’t', async () => {
  const { id, mediaId } = await botImage(`${hostUrl}/missing`)
  await fetchMedia(team.ctx, tools, { mediaId }, true)
  expect(await fetchMediaAgain(team.ctx, team.agent('Ana'), mediaId)).toEqual({
    id: mediaId,
    state: 'waiting',
  })
  expect((await filesOf(id)).at(-1)).toMatchObject({ state: 'waiting', reason: undefined })
  const jobs = await team.ctx.sql`
    select 1 from graphile_worker.jobs where key = ${`fetch-media:${mediaId}`}`
  expect(jobs).toHaveLength(1)

  const whole = await botImage(`${hostUrl}/lie.jpg`)
  await fetchMedia(team.ctx, tools, { mediaId: whole.mediaId }, true)
  await expect(fetchMediaAgain(team.ctx, team.agent('Ana'), whole.mediaId)).rejects.toThrow(/here/)
  await expect(
    fetchMediaAgain(team.ctx, team.agent('Ana'), crypto.randomUUID()),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test.each(['image', 'video'])(
  'a WhatsApp %s is fetched through the File API and owned',
  async (media) => {
    const { id, member } = await team.newConversation()
    await team.control('POST', '/say', { channel: team.stellaId, member, media })
    await team.settle()
    const [waiting] = await filesOf(id)
    expect(waiting).toMatchObject({ state: 'waiting', kind: media })
    await fetchMedia(team.ctx, tools, { mediaId: waiting?.id ?? '' }, false)
    const [stored] = await filesOf(id)
    expect(stored).toMatchObject({ state: 'stored', kind: media })
    expect(stored?.type).toMatch(new RegExp(`^${media}/`))
    if (media === 'image')
      expect(stored).toMatchObject({ width: expect.any(Number), thumbnailUrl: expect.any(String) })

    const whole = await serve(waiting?.id ?? '')
    expect(whole.status).toBe(200)
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await whole.arrayBuffer()).byteLength).toBe(stored?.size)
    const part = await serve(waiting?.id ?? '', { Range: 'bytes=10-19' })
    expect(part.status).toBe(206)
    expect((await part.arrayBuffer()).byteLength).toBe(10)
  },
)

test('a File API that can’t answer now is asked again; on the last try the file is gone, with the reason', async () => {
  const { id, member } = await team.newConversation()
  await team.control('POST', '/say', { channel: team.stellaId, member, media: 'image' })
  await team.settle()
  const mediaId = (await filesOf(id))[0]?.id ?? ''
  await team.control('POST', '/faults', { fault: '502', api: 'file', times: 2 })
  await expect(fetchMedia(team.ctx, tools, { mediaId }, false)).rejects.toThrow()
  expect((await filesOf(id))[0]?.state).toBe('waiting')
  await fetchMedia(team.ctx, tools, { mediaId }, true)
  const [gone] = await filesOf(id)
  expect(gone?.state).toBe('gone')
  expect(english.say(gone?.reason ?? '')).toContain('502')
})

test.each([
  ['/missing', 'gone', /404/],
  ['/loop', 'refused', /redirects/],
] as const)('an address that is %s ends as %s, in words', async (where, state, words) => {
  const { mediaId, id } = await botImage(`${hostUrl}${where}`)
  await fetchMedia(team.ctx, tools, { mediaId }, true)
  const file = (await filesOf(id)).at(-1)
  expect(file?.state).toBe(state)
  expect(english.say(file?.reason ?? '')).toMatch(words)
})

test('a private address is refused without the demo’s setting, and nothing is asked of it', async () => {
  const { mediaId, id } = await botImage(`${hostUrl}/lie.jpg`)
  const strict = { ...tools, agent: openMediaAgent(false), allowPrivate: false }
  await fetchMedia(team.ctx, strict, { mediaId }, false)
  expect((await filesOf(id)).at(-1)).toMatchObject({ state: 'refused' })
})

test('bytes that are not what the host says are served as a download, never as a page', async () => {
  const { mediaId, id } = await botImage(`${hostUrl}/lie.jpg`)
  await fetchMedia(team.ctx, tools, { mediaId }, false)
  expect((await filesOf(id)).at(-1)).toMatchObject({
    state: 'stored',
    type: 'application/octet-stream',
  })
  const response = await serve(mediaId)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
})

/** A picture that the bot sent from an address. */
async function botImage(url: string) {
  const { id, member } = await team.newConversation()
  await team.inbox.receive(team.channelId, {
    type: 'BOT',
    messageEvent: {
      from: '85268227287',
      to: member,
      timestamp: Date.now(),
      type: 'IMAGE',
      data: { url },
      messageId: `bot-${member}`,
    },
  })
  const [row] = await team.ctx.sql<{ id: string }[]>`select id from media where source_url = ${url}
    and conversation_id = ${id}`
  return { id, mediaId: row?.id ?? '' }
}

async function filesOf(conversationId: string) {
  const { items } = await team.thread(conversationId)
  return items.flatMap((message) => message.media)
}

function serve(id: string, headers: Record<string, string> = {}) {
  const request = new Request('http://inbox.test/api/media', { headers })
  return serveMedia({ ctx: team.ctx, media: tools }, request, id, 'file')
}
