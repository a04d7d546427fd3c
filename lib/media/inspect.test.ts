import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect } from './inspect'
import type { Inspection } from './inspection'
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

test('a film tells its length and size, its first moment, and a broken one is only a download', async () => {
  const film = await readFile('simulator/media/walk.mp4')
  expect(await look(film)).toEqual({
    mimeType: 'video/mp4',
    width: 480,
    height: 360,
    durationMs: 5000,
    peaks: undefined,
    thumbnailSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    blur: expect.stringMatching(/^data:image\/webp;base64,/),
  })
  expect(await look(film.subarray(0, 300))).toEqual({
    mimeType: 'application/octet-stream',
    reason: 'This recording is damaged.',
  })
})

test('the poster of a film is what it shows first, turned as the film is', async () => {
  const film = await readFile('simulator/media/walk.mp4')
  const upright = await posterOf(await look(film))
  expect([upright.width, upright.height]).toEqual([480, 360])
  // A parcel on blue ground, and a sun above it on the right.
  expect(upright.at(190, 220)).toBe('brown')
  expect(upright.at(380, 60)).toBe('yellow')
  expect(upright.at(40, 40)).toBe('blue')

  const turned = await look(turnedRight(film))
  expect(turned).toMatchObject({ width: 360, height: 480 })
  const poster = await posterOf(turned)
  expect([poster.width, poster.height]).toEqual([360, 480])
  expect(poster.at(360 - 60, 380)).toBe('yellow')
  expect(poster.at(360 - 220, 190)).toBe('brown')
})

test('a film that nothing here decodes has its size and no poster', async () => {
  const found = await look(await readFile('simulator/media/stroll.mp4'))
  expect(found).toMatchObject({ mimeType: 'video/mp4', width: 480, height: 360 })
  expect([found.thumbnailSha256, found.blur]).toEqual([undefined, undefined])
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
    reason: 'This picture has more than 50 million pixels, so it is not shown.',
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

/** The film with a note to its player: turn it by 90° to the right (ISO/IEC 14496-12, 8.3.2). */
function turnedRight(film: Buffer): Buffer {
  const turned = Buffer.from(film)
  const matrix = turned.indexOf('tkhd') + 44
  for (const [at, value] of [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000].entries())
    turned.writeInt32BE(value, matrix + at * 4)
  return turned
}

async function posterOf({ thumbnailSha256 = '' }: Inspection) {
  const bytes = await buffer(await openDiskStore(folder).read(thumbnailSha256))
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const at = (x: number, y: number) => {
    const place = (y * width + x) * channels
    const [red = 0, , blue = 0] = data.subarray(place, place + 3)
    return blue > red ? 'blue' : red > 220 ? 'yellow' : 'brown'
  }
  return { width, height, at }
}
