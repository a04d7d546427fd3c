import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MediaStore, openDiskStore } from '@/lib/media/store'
import { serveBytes } from './serve-bytes'

const GIGABYTE = 1024 ** 3
const SHA256 = 'a'.repeat(64)
let folder: string
let store: MediaStore

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-serve-'))
  store = openDiskStore(folder)
  const temporary = await store.temporaryPath()
  // A hole: a gigabyte to read, and no bytes on disk.
  const file = await open(temporary, 'w')
  await file.truncate(GIGABYTE)
  await file.close()
  await store.keep(temporary, SHA256)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('one gigabyte is served without being held in memory', async () => {
  const response = await serve('video/mp4')
  expect(response.headers.get('content-length')).toBe(String(GIGABYTE))
  const before = process.memoryUsage().rss
  let read = 0
  let top = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    read += chunk.length
    if (read % (64 * 1024 * 1024) === 0) top = Math.max(top, process.memoryUsage().rss - before)
  }
  expect(read).toBe(GIGABYTE)
  expect(top).toBeLessThan(100 * 1024 * 1024)
}, 60_000)

test.each([
  ['bytes=0-99', 206, 'bytes 0-99/1073741824', '100'],
  ['bytes=-1', 206, 'bytes 1073741823-1073741823/1073741824', '1'],
  ['bytes=1073741823-', 206, 'bytes 1073741823-1073741823/1073741824', '1'],
  ['bytes=1073741824-', 416, 'bytes */1073741824', null],
  ['bytes=1-0', 416, 'bytes */1073741824', null],
  ['bytes=0-1,5-6', 200, null, String(GIGABYTE)],
  ['lines=1-2', 200, null, String(GIGABYTE)],
])('%s is answered with %i', async (range, status, contentRange, length) => {
  const response = await serve('video/mp4', { Range: range })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-range')).toBe(contentRange)
  expect(response.headers.get('content-length')).toBe(length)
  await response.body?.cancel()
})

test('what a browser has already is not sent again, and HEAD sends nothing', async () => {
  const known = await serve('image/png', { 'If-None-Match': `"${SHA256}"` })
  expect([known.status, known.body]).toEqual([304, null])
  const head = await serveBytes(store, new Request('http://a/', { method: 'HEAD' }), file('a/b'))
  expect([head.status, head.body]).toEqual([200, null])
})

test.each([
  ['image/jpeg', 'inline', 'image/jpeg'],
  ['image/svg+xml', 'attachment', 'application/octet-stream'],
  ['text/html', 'attachment', 'application/octet-stream'],
  ['application/pdf', 'attachment', 'application/octet-stream'],
  ['application/xml', 'attachment', 'application/octet-stream'],
])('%s is served as %s, never sniffed, in a sandbox', async (type, disposition, as) => {
  const response = await serve(type)
  expect(response.headers.get('content-disposition')).toMatch(new RegExp(`^${disposition}`))
  expect(response.headers.get('content-type')).toBe(as)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(response.headers.get('cache-control')).toBe('private, no-cache')
  await response.body?.cancel()
})

test('bytes that are no longer in store are not found', async () => {
  const gone = { ...file('image/png'), sha256: 'b'.repeat(64) }
  await expect(serveBytes(store, new Request('http://a/'), gone)).rejects.toMatchObject({
    code: 'not_found',
  })
})

function serve(type: string, headers: Record<string, string> = {}) {
  return serveBytes(store, new Request('http://a/', { headers }), file(type))
}

function file(type: string) {
  return { type, name: 'a', sha256: SHA256 }
}
