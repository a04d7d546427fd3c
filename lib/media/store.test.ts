import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from './open-store'
import { openS3Store } from './s3-store'
import { type MediaStore, openDiskStore } from './store'
import { keepThumbnail } from './thumbnail'
import { writeHashed } from './write-hashed'

/** The same promises on disk and in a bucket of a real S3-compatible server. */
let folder: string
let server: S3rver
let bucket: MediaStore
let disk: MediaStore

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-store-'))
  const port = await freePort()
  server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(folder, 's3'),
    configureBuckets: [{ name: 'media', configs: [] }],
  })
  await server.run()
  disk = openDiskStore(folder)
  bucket = openS3Store(
    {
      bucket: 'media',
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      prefix: 'inbox/',
    },
    folder,
  )
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each([
  ['disk', () => disk],
  ['S3', () => bucket],
])('%s', (_name, store) => {
  test('bytes come back as they went in, whole and in ranges', async () => {
    const bytes = randomBytes(3 * 1024 * 1024 + 17)
    const sha256 = await put(store(), bytes)
    expect(await store().sizeOf(sha256)).toBe(bytes.length)
    expect((await buffer(await store().read(sha256))).equals(bytes)).toBe(true)
    const last = { start: bytes.length - 5, end: bytes.length - 1 }
    expect(await buffer(await store().read(sha256, last))).toEqual(bytes.subarray(-5))
    const first = await buffer(await store().read(sha256, { start: 0, end: 9 }))
    expect(first).toEqual(bytes.subarray(0, 10))
  })

  test('the same bytes again are the same file, and an empty file is a file', async () => {
    const sha256 = await put(store(), Buffer.from('twice'))
    expect(await put(store(), Buffer.from('twice'))).toBe(sha256)
    expect((await buffer(await store().read(sha256))).toString()).toBe('twice')
    expect(await store().sizeOf(await put(store(), Buffer.alloc(0)))).toBe(0)
  })

  test('what is not there has no size, and what is removed is not there', async () => {
    const sha256 = await put(store(), Buffer.from('soon gone'))
    await store().remove(sha256)
    expect(await store().sizeOf(sha256)).toBeUndefined()
    await store().remove(sha256)
  })

  test('200 MB pass through without being held in memory', async () => {
    const size = 200 * 1024 * 1024
    const temporary = await store().temporaryPath()
    const { sha256 } = await writeHashed(zeros(size), temporary, size)
    global.gc?.()
    const before = process.memoryUsage().rss
    await store().keep(temporary, sha256)
    let read = 0
    let top = before
    for await (const chunk of await store().read(sha256)) {
      read += chunk.length
      top = Math.max(top, process.memoryUsage().rss)
    }
    expect(read).toBe(size)
    expect(top - before).toBeLessThan(120 * 1024 * 1024)
    await store().remove(sha256)
  }, 60_000)
})

test('a bucket that can’t be reached is an error, not an absent file', async () => {
  const place = { bucket: 'media', region: 'us-east-1', prefix: '' }
  const keys = { accessKeyId: 'a', secretAccessKey: 'b' }
  const away = openS3Store({ ...place, ...keys, endpoint: 'http://127.0.0.1:9' }, folder)
  await expect(away.sizeOf('0'.repeat(64))).rejects.toThrow()
})

test('files, folders and thumbnails are for this account alone, also in a folder that was open', async () => {
  const dataDir = path.join(folder, 'private')
  const root = path.join(dataDir, 'media')
  await mkdir(root, { recursive: true, mode: 0o755 })
  const store = await openStore({ DATA_DIR: dataDir, S3_REGION: '', S3_PREFIX: '' })
  const temporary = await store.temporaryPath()
  const bytes = Readable.from([randomBytes(100)])
  const { sha256 } = await writeHashed(bytes, temporary, 1_000)
  await store.keep(temporary, sha256)
  const { thumbnailSha256 } = await keepThumbnail(store, {
    webp: Uint8Array.from(randomBytes(100)),
    blur: '',
    width: 1,
    height: 1,
  })
  const modeOf = async (file: string) => (await stat(path.join(root, file))).mode & 0o777
  for (const kept of [sha256, thumbnailSha256]) {
    expect(await modeOf(path.join(kept.slice(0, 2), kept))).toBe(0o600)
    expect(await modeOf(kept.slice(0, 2))).toBe(0o700)
  }
  expect([await modeOf('.'), await modeOf('incoming')]).toEqual([0o700, 0o700])
})

async function put(store: MediaStore, bytes: Buffer): Promise<string> {
  const temporary = await store.temporaryPath()
  await writeFile(temporary, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await store.keep(temporary, sha256)
  return sha256
}

async function* zeros(size: number) {
  const chunk = Buffer.alloc(1024 * 1024)
  for (let sent = 0; sent < size; sent += chunk.length) yield chunk
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}
