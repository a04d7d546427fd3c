import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLoudness } from './loudness'

const RATE = 8_000

test('a waveform stands where the sound was loud, however the sound was cut into pieces', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(cuts, fc.integer({ min: 0, max: 63 }), (sizes, loudStep) => {
      const length = 64 * 500
      const samples = Float32Array.from({ length }, (_, at) =>
        Math.floor(at / 500) === loudStep ? 0.5 : 0.05,
      )
      const loudness = openLoudness((length / RATE) * 1000)
      for (let at = 0, turn = 0; at < length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1
        loudness.add({ channelData: [samples.subarray(at, at + size)], sampleRate: RATE })
        at += size
      }
      const peaks = loudness.peaks() ?? []
      expect(peaks).toHaveLength(64)
      expect(peaks.indexOf(100)).toBe(loudStep)
      expect(peaks.filter((peak) => peak === 10)).toHaveLength(63)
    }),
  )
})

test('sound beyond the told length counts as its end; silence and nonsense have no waveform', () => {
  const long = openLoudness(1_000)
  long.add({ channelData: [new Float32Array(RATE).fill(0.1)], sampleRate: RATE })
  long.add({ channelData: [new Float32Array(RATE).fill(1)], sampleRate: RATE })
  expect(long.peaks()?.at(-1)).toBe(100)
  const silence = openLoudness(1_000)
  silence.add({ channelData: [new Float32Array(RATE)], sampleRate: RATE })
  silence.add({ channelData: [], sampleRate: RATE })
  silence.add({ channelData: [new Float32Array(10).fill(1)], sampleRate: 0 })
  expect(silence.peaks()).toBeUndefined()
  const endless = openLoudness(1_000)
  endless.add({ channelData: [Float32Array.of(Number.POSITIVE_INFINITY)], sampleRate: RATE })
  expect(endless.peaks()).toBeUndefined()
})
