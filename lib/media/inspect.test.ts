import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { inspect } from './inspect'
import { openDiskStore } from './store'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-inspect-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a voice message tells its length and its waveform', async () => {
  const found = await look(await readFile('simulator/media/voice.ogg'))
  expect(found).toMatchObject({ mimeType: 'audio/ogg; codecs=opus', durationMs: 11_701 })
  expect(found.peaks).toHaveLength(64)
  expect(Math.max(...(found.peaks ?? []))).toBe(100)
  expect(Math.min(...(found.peaks ?? []))).toBeLessThan(30)
})

test('a video tells its length and size as it is shown, and a broken one is only a download', async () => {
  const video = await readFile('simulator/media/walk.mp4')
  expect(await look(video)).toEqual({
    mimeType: 'video/mp4',
    width: 480,
    height: 360,
    durationMs: 5000,
  })
  expect(await look(turnedRight(video))).toMatchObject({ width: 360, height: 480 })
  expect(await look(video.subarray(0, 300))).toEqual({
    mimeType: 'application/octet-stream',
    reason: reason('media.inspected.recording'),
  })
})

test('a turned photo has the size it is shown at, a thumbnail and a placeholder of a few bytes', async () => {
  const turned = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#c33' },
  })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const found = await look(turned)
  expect(found).toMatchObject({ mimeType: 'image/jpeg', width: 600, height: 900 })
  expect(found.thumbnailSha256).toMatch(/^[0-9a-f]{64}$/)
  expect(found.blur).toMatch(/^data:image\/webp;base64,/)
  expect(found.blur?.length).toBeLessThan(400)
})

test('a picture that unpacks to too many pixels is not unpacked, and says so', async () => {
  const bomb = await sharp({
    create: { width: 10_000, height: 5_100, channels: 3, background: '#000' },
  })
    .png()
    .toBuffer()
  const before = process.memoryUsage().rss
  expect(await look(bomb)).toEqual({
    mimeType: 'application/octet-stream',
    reason: reason('media.inspected.pixels', { max: 50 }),
  })
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
})

test.each([
  ['a picture that breaks off', () => brokenPicture()],
  ['a vector drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a page', async () => Buffer.from('<!doctype html><script>1</script>')],
  ['nothing', async () => Buffer.alloc(0)],
  ['noise', async () => Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251))],
])('%s is never of a type that a browser shows', async (_name, make) => {
  const { mimeType } = await look(await make())
  expect(mimeType).not.toMatch(/^(image|audio|video|text)\//)
})

async function brokenPicture() {
  const whole = await sharp({
    create: { width: 300, height: 300, channels: 3, background: '#123' },
  })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return whole.subarray(0, whole.length / 3)
}

async function look(bytes: Uint8Array) {
  const file = path.join(folder, crypto.randomUUID())
  await writeFile(file, bytes)
  return inspect(openDiskStore(folder), file)
}

/** The video with a note to its player: turn it by 90° to the right (ISO/IEC 14496-12, 8.3.2). */
function turnedRight(video: Buffer): Buffer {
  const turned = Buffer.from(video)
  const matrix = turned.indexOf('tkhd') + 44
  for (const [at, value] of [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000].entries())
    turned.writeInt32BE(value, matrix + at * 4)
  return turned
}
