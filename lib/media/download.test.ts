import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import type { Agent } from 'undici'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { type DownloadLimits, download } from './download'
import { openMediaAgent } from './guard'

const MB = 1024 * 1024
const LIMITS: DownloadLimits = { sizeMax: 8 * MB, timeMaxMs: 3_000 }
const CHUNK = Buffer.alloc(64 * 1024, 7)

type Host = (response: ServerResponse, request: IncomingMessage) => unknown

/** What a host may do to whoever fetches from it. Written bytes are counted, to see when it was left. */
const HOSTS: Record<string, Host> = {
  good: (response) => response.end(CHUNK),
  empty: (response) => response.end(),
  '10-gb-announced': (response) => {
    response.writeHead(200, { 'Content-Length': `${10 * 1024 * MB}` })
    return pour(response)
  },
  endless: (response) => pour(response),
  'packed-bomb': (response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' })
    const packed = createGzip()
    packed.pipe(response)
    return pour(packed, 512 * MB)
  },
  'lying-short': (response) => {
    response.writeHead(200, { 'Content-Length': '100' })
    response.socket?.end(`${'x'.repeat(50)}`)
  },
  silent: () => undefined,
  drip: async (response) => {
    while (!response.destroyed) {
      response.write('x')
      await sleep(200)
    }
  },
  'drip-head': async (response) => {
    const { socket } = response
    socket?.write('HTTP/1.1 200 OK\r\n')
    for (let at = 0; socket && !socket.destroyed; at++) {
      socket.write(`X-${at}: x\r\n`)
      await sleep(100)
    }
  },
  'huge-head': (response) =>
    response.socket?.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(MB)}\r\n\r\n`),
  'no-http': (response) => response.socket?.end('220 mail.example ESMTP\r\n'),
  reset: (response) => response.socket?.destroy(),
  loop: (response) => response.writeHead(302, { Location: '/loop' }).end(),
  'loop-with-body': (response) => {
    response.writeHead(302, { Location: '/loop-with-body' })
    return pour(response)
  },
  nowhere: (response) => response.writeHead(302, { Location: 'http://[' }).end(),
  script: (response) => response.writeHead(302, { Location: 'javascript:alert(1)' }).end(),
}

let server: http.Server
let origin: string
let folder: string
let agent: Agent
let poured = 0
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-download-'))
  agent = openMediaAgent(true)
  server = http.createServer((request, response) =>
    HOSTS[request.url?.slice(1) ?? '']?.(response, request),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  poured = 0
})
afterAll(async () => {
  await agent.destroy()
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

test.each([
  ['10-gb-announced', 'refused', /larger than 8 MB/],
  ['endless', 'refused', /larger than 8 MB/],
  ['packed-bomb', 'refused', /larger than 8 MB/],
  ['lying-short', 'failed', /couldn’t be fetched/],
  ['silent', 'failed', /took too long/],
  ['drip', 'failed', /took too long/],
  ['drip-head', 'failed', /took too long/],
  ['huge-head', 'failed', /couldn’t be fetched/],
  ['no-http', 'failed', /couldn’t be fetched/],
  ['reset', 'failed', /couldn’t be fetched/],
  ['loop', 'refused', /redirects too often/],
  ['loop-with-body', 'refused', /redirects too often/],
  ['nowhere', 'refused', /isn’t valid/],
  ['script', 'refused', /https/],
])(
  'a host that is %s is %s in words, in time, and leaves neither memory nor disk',
  async (name, kind, words) => {
    const began = performance.now()
    const before = process.memoryUsage().rss
    // Who pours is left because of the size, however slow this machine is.
    const timeMaxMs = kind === 'refused' ? 40_000 : LIMITS.timeMaxMs
    const limits = { ...LIMITS, timeMaxMs }
    const result = await download(`${origin}/${name}`, { ...tools(), limits })
    expect(result.kind).toBe(kind)
    expect('reason' in result && english.say(result.reason)).toMatch(words)
    expect(performance.now() - began).toBeLessThan(timeMaxMs + 5_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(96 * MB)
    expect(await readdir(folder)).toEqual([])
    // A host that pours is left soon, not listened to until its end.
    expect(poured).toBeLessThan(256 * MB)
  },
)

test('a file that fits is there whole, with its hash, and an empty one too', async () => {
  const good = await download(`${origin}/good`, tools())
  expect(good).toMatchObject({ kind: 'fetched', size: CHUNK.length })
  const empty = await download(`${origin}/empty`, tools())
  expect(empty).toMatchObject({
    kind: 'fetched',
    size: 0,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  for (const result of [good, empty]) {
    if (result.kind !== 'fetched') throw new Error(english.say(result.reason))
    expect((await stat(result.temporary)).size).toBe(result.size)
    await rm(result.temporary)
  }
})

function tools() {
  const store = { temporaryPath: async () => path.join(folder, crypto.randomUUID()) }
  return { agent, store, allowPrivate: true, limits: LIMITS }
}

/** As much as is taken, until the other side leaves. */
async function pour(to: NodeJS.WritableStream & { destroyed?: boolean }, most = Infinity) {
  to.on('error', () => undefined)
  while (!isLeft(to) && poured < most) {
    poured += CHUNK.length
    if (!to.write(CHUNK)) await Promise.race([once(to, 'drain').catch(() => undefined), sleep(50)])
  }
}

function isLeft(to: { destroyed?: boolean }): boolean {
  return to.destroyed === true || (to instanceof http.ServerResponse && to.socket === null)
}
