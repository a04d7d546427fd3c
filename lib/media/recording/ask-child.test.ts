import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askChild } from './ask-child'

/** What a process may take here: enough for every sample on a busy machine. */
const PATIENCE_MS = 60_000
const LIMITS = { timeMs: PATIENCE_MS, cpuSeconds: 20, memoryMb: 1536 }
const SAMPLES = 'simulator/media'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-recording-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test(
  'the same words have the same waveform in AAC, MP4 and Vorbis',
  async () => {
    const waves = await Promise.all(
      [
        ['greeting.m4a', 'audio/x-m4a'],
        ['greeting.aac', 'audio/aac'],
        ['greeting.ogg', 'application/ogg'],
      ].map(async ([name = '', type = '']) => {
        const { peaks = [], facts } = await askChild(path.resolve(SAMPLES, name), type, LIMITS)
        expect(facts).toMatchObject({ isDamaged: false, mimeType: expect.stringMatching(/^audio/) })
        expect(facts?.durationMs).toBeGreaterThan(3_950)
        expect(facts?.durationMs).toBeLessThan(4_100)
        expect(Math.max(...peaks)).toBe(100)
        // The speaker breathes between two sentences.
        expect(Math.max(...peaks.slice(26, 29))).toBeLessThan(3)
        return peaks
      }),
    )
    const [first = []] = waves
    // A stream of AAC doesn’t say that it begins with some hundredths of silence.
    const alike = (wave: number[]) => [0, 1].map((shift) => correlation(first, wave.slice(shift)))
    for (const wave of waves) expect(Math.max(...alike(wave))).toBeGreaterThan(0.8)
  },
  PATIENCE_MS,
)

test.each([
  ['narrow', '#!AMR\n', 0x3c, 32],
  ['wide', '#!AMR-WB\n', 0x44, 61],
])(
  'an AMR recording, %s band, has its length and a waveform',
  async (_band, magic, head, size) => {
    const noise = Array.from({ length: 100 }, (_, at) => [head, ...bytes(size - 1, at)]).flat()
    const silence = Array.from({ length: 100 }, () => 0x7c)
    const file = await put([...Buffer.from(magic), ...noise, ...silence])
    const { facts, peaks = [] } = await askChild(file, 'audio/amr', LIMITS)
    expect(facts).toEqual({ mimeType: 'audio/amr', isDamaged: false, durationMs: 4_000 })
    expect(peaks).toHaveLength(64)
    expect(Math.max(...peaks.slice(0, 32))).toBe(100)
    expect(sum(peaks.slice(40))).toBeLessThan(sum(peaks.slice(0, 24)) / 4)
  },
  PATIENCE_MS,
)

test(
  'a recording that takes longer than it may keeps what was told until then',
  async () => {
    const file = path.resolve(SAMPLES, 'voice.ogg')
    const began = performance.now()
    expect(await askChild(file, 'audio/ogg', { ...LIMITS, timeMs: 50 })).toEqual({})
    expect(performance.now() - began).toBeLessThan(5_000)

    const greeting = await readFile(path.join(SAMPLES, 'greeting.aac'))
    const hours = await put(Buffer.concat(Array.from({ length: 400 }, () => greeting)))
    const told = await askChild(hours, 'audio/aac', { ...LIMITS, cpuSeconds: 2 })
    expect(told.facts?.durationMs).toBeGreaterThan(25 * 60_000)
    expect(told.peaks).toBeUndefined()
  },
  PATIENCE_MS,
)

test(
  'a reader that needs more memory than it may have ends, and tells nothing',
  async () => {
    const file = path.resolve(SAMPLES, 'voice.ogg')
    expect(await askChild(file, 'audio/ogg', { ...LIMITS, memoryMb: 24, timeMs: 3_000 })).toEqual(
      {},
    )
  },
  PATIENCE_MS,
)

test(
  'nothing is told of a file that is not there, is empty, or is no recording',
  async () => {
    const text = await put(Buffer.from('This is no recording. '.repeat(500)))
    const files: [string, string][] = [
      [path.join(folder, 'nothing'), 'video/mp4'],
      [await put([]), 'audio/aac'],
      [text, 'audio/aac'],
      [text, 'audio/amr'],
      [text, 'application/ogg'],
    ]
    for (const [file, type] of files) {
      const { facts, peaks, frame } = await askChild(file, type, LIMITS)
      expect(facts?.isDamaged ?? true).toBe(true)
      expect([peaks, frame]).toEqual([undefined, undefined])
    }
  },
  PATIENCE_MS,
)

test.each([
  ['walk.mp4', 'video/mp4'],
  ['greeting.m4a', 'audio/x-m4a'],
  ['greeting.aac', 'audio/aac'],
  ['greeting.ogg', 'application/ogg'],
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
      const { peaks, facts } = await askChild(await put(changed), type, LIMITS)
      expect(performance.now() - began).toBeLessThan(LIMITS.timeMs + 1_000)
      if (peaks) expect(facts?.durationMs).toBeGreaterThan(0)
    }
  },
  PATIENCE_MS,
)

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

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** 1 where two waveforms rise and fall together, 0 where they have nothing in common. */
function correlation(one: number[], other: number[]): number {
  const mean = (values: number[]) => sum(values) / values.length
  const off = (values: number[]) => values.map((value) => value - mean(values))
  const [a, b] = [off(one.slice(0, other.length)), off(other)]
  const product = sum(a.map((value, at) => value * (b[at] ?? 0)))
  return product / Math.sqrt(sum(a.map((x) => x * x)) * sum(b.map((x) => x * x)))
}
