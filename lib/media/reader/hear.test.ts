import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askToDraw, askToHear } from './ask-reader'

const SAMPLES = 'simulator/media'
vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-recording-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a voice message in Ogg Opus has its length and a waveform', async () => {
  const heard = await hear(path.resolve(SAMPLES, 'voice.ogg'), 'audio/ogg')
  expect(heard).toMatchObject({ isDamaged: false, durationMs: 11_701 })
  const peaks = 'peaks' in heard ? (heard.peaks ?? []) : []
  expect(peaks).toHaveLength(64)
  expect(Math.max(...peaks)).toBe(100)
  expect(Math.min(...peaks)).toBeLessThan(30)
})

test.each([
  ['greeting.m4a', 'audio/x-m4a'],
  ['greeting.aac', 'audio/aac'],
  ['greeting.ogg', 'application/ogg'],
])('%s has its length, and no waveform of ours', async (name, type) => {
  const heard = await hear(path.resolve(SAMPLES, name), type)
  expect(heard).toMatchObject({ isDamaged: false, mimeType: expect.stringMatching(/^audio/) })
  const { durationMs, peaks } = 'peaks' in heard || 'durationMs' in heard ? heard : {}
  expect(durationMs).toBeGreaterThan(3_950)
  expect(durationMs).toBeLessThan(4_100)
  expect(peaks).toBeUndefined()
})

test.each([
  ['narrow', '#!AMR\n', 0x3c, 32],
  ['wide', '#!AMR-WB\n', 0x44, 61],
])('an AMR recording, %s band, has its length', async (_band, magic, head, size) => {
  const noise = Array.from({ length: 100 }, (_, at) => [head, ...bytes(size - 1, at)]).flat()
  const silence = Array.from({ length: 100 }, () => 0x7c)
  const file = await put([...Buffer.from(magic), ...noise, ...silence])
  const heard = await hear(file, 'audio/amr')
  expect(heard).toEqual({ mimeType: 'audio/amr', isDamaged: false, durationMs: 4_000 })
})

test('nothing is told of a file that is not there, is empty, or is no recording', async () => {
  const text = await put(Buffer.from('This is no recording. '.repeat(500)))
  const files: [string, string][] = [
    [path.join(folder, 'nothing'), 'video/mp4'],
    [await put([]), 'audio/aac'],
    [text, 'audio/aac'],
    [text, 'audio/amr'],
    [text, 'application/ogg'],
  ]
  for (const [file, type] of files) {
    const heard = await hear(file, type)
    expect('refused' in heard || heard.isDamaged).toBe(true)
  }
})

test('a voice message that unpacks to hours costs the reader little, and pictures are drawn after it', async () => {
  const began = performance.now()
  const heard = await hear(await put(await bomb()), 'audio/ogg')
  if ('peaks' in heard) expect(heard.peaks).toBeUndefined()
  expect(performance.now() - began).toBeLessThan(31_000)
  const portrait = { kind: 'portrait', bytes: Uint8Array.from([1, 2, 3]), sidePx: 160 } as const
  expect(await askToDraw(portrait)).toEqual({ refused: 'unreadable' })
})

test.each([
  ['walk.mp4', 'video/mp4'],
  ['greeting.m4a', 'audio/x-m4a'],
  ['voice.ogg', 'audio/ogg'],
])(
  '%s with bytes changed at random or cut off ends in time, whatever it tells',
  async (name, type) => {
    const whole = await readFile(path.join(SAMPLES, name))
    for (const seed of [1, 2, 3]) {
      const changed = Buffer.from(seed === 3 ? whole.subarray(0, whole.length / 2) : whole)
      for (const [turn, at] of bytes(60, seed).entries())
        changed[(at * 7919 + turn * 104_729) % changed.length] = (at * seed) & 255
      const began = performance.now()
      await hear(await put(changed), type)
      expect(performance.now() - began).toBeLessThan(31_000)
    }
  },
)

/** The first two pages of a voice message, then many that hold nothing but packets of one byte, each 60 ms of sound. */
async function bomb(): Promise<Buffer> {
  const voice = await readFile(path.join(SAMPLES, 'voice.ogg'))
  const third = voice.indexOf('OggS', voice.indexOf('OggS', 4) + 4)
  const head = voice.subarray(third, third + 26)
  const pages = Array.from({ length: 1_000 }, (_, at) => {
    const page = Buffer.concat([
      head,
      Buffer.from([255]),
      Buffer.alloc(255, 1),
      Buffer.alloc(255, 24),
    ])
    page.writeUInt32LE(at + 2, 18)
    page.writeBigInt64LE(60n * 48_000n, 6)
    return page
  })
  return Buffer.concat([voice.subarray(0, third), ...pages])
}

function hear(file: string, mimeType: string) {
  return askToHear({ kind: 'recording', file, mimeType })
}

async function put(content: Uint8Array | number[]): Promise<string> {
  const file = path.join(folder, crypto.randomUUID())
  await writeFile(file, Buffer.from(content))
  return file
}

/** Looks like noise, and is the same each time. */
function bytes(count: number, seed: number): number[] {
  let state = seed * 2_654_435_761 + 1
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) & 255
  })
}
