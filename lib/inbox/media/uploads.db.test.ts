import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MediaKind } from '@/lib/domain/message/content'
import { toErrorText } from '@/lib/errors'
import { serveSentFile } from '@/lib/http/media/serve-media'
import { reason } from '@/lib/i18n/reason'
import { sendReplies } from '@/lib/jobs/reply/send-replies'
import { checkRebuild } from '@/lib/log/rebuild'
import { openFileAddresses } from '@/lib/media/file-address'
import { openMediaAgent } from '@/lib/media/guard'
import { openDiskStore } from '@/lib/media/store'
import { sendReply } from '../reply/send-reply'
import { HAS_LEFT, testTeam } from '../testing'
import { receiveUpload } from './receive-upload'

const team = testTeam()
const key = randomBytes(32)
let dataDir: string
let host: http.Server
let publicUrl: string

/** The inbox as the platform sees it: nothing but the addresses of sent files. */
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-uploads-'))
  host = http.createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  publicUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})
afterAll(async () => {
  host.closeAllConnections()
  host.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('nobody uploads to a conversation on a channel that is not theirs', async () => {
  const { id } = await team.newConversation()
  const kept = { ...team.agent('Ben'), channelIds: [] }
  const input = { id: randomUUID(), conversation: id, name: 'receipt.jpg' }
  const given = receiveUpload(
    team.ctx,
    openDiskStore(dataDir),
    kept,
    input,
    iterate([await picture()]),
  )
  await expect(given).rejects.toMatchObject({ code: 'forbidden' })
})

test('an id that names a colleague’s upload is refused, and theirs stays what it was', async () => {
  const { id } = await team.takenConversation()
  const { id: uploadId } = await uploads(id, 'receipt.jpg', await picture())
  const input = { id: uploadId, conversation: id, name: 'mine.txt' }
  const store = openDiskStore(dataDir)
  const given = receiveUpload(
    team.ctx,
    store,
    team.agent('Ben'),
    input,
    iterate([Buffer.from('Hi')]),
  )
  await expect(given).rejects.toMatchObject({ code: 'conflict' })
  const again = await receiveUpload(team.ctx, store, team.agent('Ana'), input, iterate([]))
  expect(again).toMatchObject({ name: 'receipt.jpg', kind: 'image' })
})

test('a picture goes from the agent to the member’s phone, and is confirmed', async () => {
  const { id, member } = await team.takenConversation()
  const bytes = await picture()
  const upload = await uploads(id, 'receipt.jpg', bytes)
  expect(upload).toMatchObject({ kind: 'image', file: { width: 60, height: 40 } })
  await sends(id, { type: 'image', uploadId: upload.id, text: ' Here it is ' })
  expect(await team.replies(id)).toMatchObject([
    {
      kind: 'image',
      text: 'Here it is',
      delivery: 'queued',
      media: [{ state: 'stored', type: 'image/jpeg', width: 60, name: 'receipt.jpg' }],
    },
  ])
  await goesOut(id)
  const [message] = await onPhone(member)
  expect(message).toMatchObject({ text: 'Here it is', media: { kind: 'image' } })
  const seen = await fetch(`${team.simulatorUrl}${message?.media?.url}`)
  expect(seen.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await seen.arrayBuffer()).equals(bytes)).toBe(true)
  const [sent] = await team.replies(id)
  expect(sent).toMatchObject({ author: 'agent', delivery: expect.stringMatching(/sent|delivered/) })
})

test.each([
  ['voice.ogg', 'audio', 'audio'],
  ['walk.mp4', 'video', 'video'],
] as const)('%s arrives as %s', async (name, kind, onPhoneAs) => {
  const { id, member } = await team.takenConversation()
  const upload = await uploads(id, name, await readFile(`simulator/media/${name}`))
  expect(upload.kind).toBe(kind)
  await sends(id, { type: kind, uploadId: upload.id })
  await goesOut(id)
  expect(await onPhone(member)).toMatchObject([{ media: { kind: onPhoneAs } }])
})

test('a recording of the composer is a voice message here, and its echo finds it without an id', async () => {
  const { id, member } = await team.takenConversation()
  const bytes = await readFile('simulator/media/voice.ogg')
  const upload = await uploads(id, 'Voice message.ogg', bytes, true)
  expect(upload).toMatchObject({ kind: 'voice', file: { durationMs: 11_701 } })
  await team.control('POST', '/faults', { fault: 'no-id', channel: team.stellaId, member })
  await sends(id, { type: 'voice', uploadId: upload.id })
  await goesOut(id)
  const messages = await team.replies(id)
  expect(messages).toMatchObject([{ author: 'agent', kind: 'voice', delivery: HAS_LEFT }])
})

test('a document keeps its name on the phone', async () => {
  const { id, member } = await team.takenConversation()
  const upload = await uploads(id, 'prices 價目.txt', Buffer.from('Jacket 780\n'))
  expect(upload).toMatchObject({ kind: 'file', file: { mimeType: 'text/plain' } })
  await sends(id, { type: 'file', uploadId: upload.id })
  await goesOut(id)
  expect(await onPhone(member)).toMatchObject([
    { media: { kind: 'file', name: 'prices 價目.txt' } },
  ])
})

test.each([
  ['a page with a picture’s name', 'a.jpg', Buffer.from('<script>1</script>'), /this type of file/],
  ['a program', 'a.pdf', Buffer.from('MZ'.padEnd(300, '\0')), /this type of file/],
  ['nothing', 'a.png', Buffer.alloc(0), /empty/],
])(
  '%s is refused with the reason, and nothing of it is kept',
  async (_what, name, bytes, reason) => {
    const { id } = await team.takenConversation()
    await expect(uploads(id, name, bytes)).rejects.toThrow(reason)
    expect(await readdir(path.join(dataDir, 'media', 'incoming'))).toEqual([])
  },
)

test('more than any platform takes is refused while it comes, not after', async () => {
  const { id } = await team.takenConversation()
  let given = 0
  async function* endless() {
    for (;;) {
      given += 1
      yield Buffer.alloc(1024 * 1024)
    }
  }
  await expect(receive(id, 'a.mp4', endless())).rejects.toMatchObject({ code: 'too_large' })
  expect(given).toBeLessThan(30)
})

test('an upload is the sender’s own, for one conversation, and the same id is the same upload', async () => {
  const { id } = await team.takenConversation()
  const other = await team.takenConversation()
  const uploadId = randomUUID()
  const first = await receive(id, 'a.jpg', [await picture()], uploadId)
  expect(await receive(id, 'b.jpg', [Buffer.from('x')], uploadId)).toEqual(first)
  const send = { type: 'image', uploadId } as const
  await expect(sends(other.id, send)).rejects.toThrow(/no longer here/)
  await expect(sends(id, { ...send, type: 'file' })).rejects.toThrow(/is an image/)
  await expect(sends(id, { ...send, uploadId: randomUUID() })).rejects.toThrow(/no longer here/)
})

test('without a public address a file is refused in words, and a text still goes', async () => {
  const { id } = await team.takenConversation()
  const upload = await uploads(id, 'a.jpg', await picture())
  await sends(id, { type: 'image', uploadId: upload.id })
  await team.reply(id, 'Words go')
  await team.runOutbox(id)
  const [file, text] = await team.replies(id)
  expect(file).toMatchObject({ delivery: 'failed', error: reason('reply.failed.noAddress') })
  expect(text?.delivery).not.toBe('failed')
})

test('an address that the platform can’t fetch ends as failed, with the platform’s reason', async () => {
  const { id } = await team.takenConversation()
  const upload = await uploads(id, 'a.jpg', await picture())
  await sends(id, { type: 'image', uploadId: upload.id })
  const nowhere = openFileAddresses(() => [randomBytes(32)], publicUrl)
  await sendReplies({ ...team.ctx, files: nowhere }, { conversationId: id })
  await expect
    .poll(async () => {
      await team.settle()
      return (await team.replies(id))[0]
    })
    .toMatchObject({ delivery: 'failed', error: { key: 'delivery.failed.ourFile' } })
})

test('an address opens only what an agent sent: not what a member sent, and nothing when changed', async () => {
  const { id } = await team.takenConversation()
  await team.inbox.receive(team.channelId, {
    from: '85290000001',
    to: '85268227287',
    timestamp: '1599536864',
    type: 'MISC',
    data: { attachments: [{ type: 'IMAGE', url: 'https://example.com/a.jpg' }] },
  })
  const [theirs] = await team.ctx.sql<{ id: string }[]>`
    select f.id from media f join messages m on m.id = f.message_id where m.author = 'member'`
  expect((await fetch(addressOf(theirs?.id ?? ''))).status).toBe(404)

  const upload = await uploads(id, 'a.jpg', await picture())
  const sent = await sends(id, { type: 'image', uploadId: upload.id })
  const url = addressOf(sent.media?.[0]?.id ?? '')
  const found = await fetch(url)
  expect(found.status).toBe(200)
  expect(found.headers.get('x-content-type-options')).toBe('nosniff')
  expect(found.headers.get('content-security-policy')).toContain('sandbox')
  await found.arrayBuffer()
  expect((await fetch(`${url}A`)).status).toBe(404)
  expect((await fetch(url.slice(0, -3))).status).toBe(404)
  // Deleted on the platform: its bytes are shown nowhere, as its words are.
  await team.ctx.sql`update messages set deleted_at = now() where id = ${sent.id}`
  expect((await fetch(url)).status).toBe(404)
  await team.ctx.sql`update messages set deleted_at = null where id = ${sent.id}`
})

test('the log alone makes the same rows of sent files', async () => {
  expect(await checkRebuild(team.ctx.sql)).toMatchObject({ same: true })
})

function addressOf(mediaId: string): string {
  return openFileAddresses(() => [key], publicUrl).addressOf(mediaId, Date.now()) ?? ''
}

function receive(
  conversation: string,
  name: string,
  bytes: AsyncIterable<Uint8Array> | Uint8Array[],
  id = randomUUID(),
  voice = false,
) {
  const input = { id, conversation, name, voice }
  return receiveUpload(team.ctx, openDiskStore(dataDir), team.agent('Ana'), input, iterate(bytes))
}

function uploads(conversation: string, name: string, bytes: Uint8Array, voice = false) {
  return receive(conversation, name, [bytes], randomUUID(), voice)
}

async function* iterate(bytes: AsyncIterable<Uint8Array> | Uint8Array[]) {
  yield* bytes
}

function sends(
  conversationId: string,
  content: { type: Exclude<MediaKind, 'sticker'>; uploadId: string; text?: string },
) {
  const text = content.text?.trim()
  const input = { id: randomUUID(), content: { ...content, text } }
  return sendReply(team.ctx, team.agent('Ana'), conversationId, input)
}

async function goesOut(conversationId: string) {
  const ctx = { ...team.ctx, files: openFileAddresses(() => [key], publicUrl) }
  await sendReplies(ctx, { conversationId })
  await team.settle()
}

async function onPhone(member: string): Promise<PhoneLine[]> {
  const { thread } = await team.control('GET', `/members/${member}?channel=${team.stellaId}`)
  return thread.filter((message: PhoneLine) => message.from === 'agent')
}

interface PhoneLine {
  from: string
  text?: string
  media?: { kind: string; url: string; name?: string }
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  const token = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
  const tools = { store: openDiskStore(dataDir), agent: openMediaAgent(false), allowPrivate: false }
  const ctx = { ...team.ctx, files: openFileAddresses(() => [key], publicUrl) }
  try {
    const served = await serveSentFile({ ctx, media: tools }, new Request(publicUrl), token)
    response.writeHead(served.status, Object.fromEntries(served.headers))
    response.end(Buffer.from(await served.arrayBuffer()))
  } catch (error) {
    response.writeHead(404).end(toErrorText(error))
  }
}

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } })
    .jpeg()
    .toBuffer()
}
