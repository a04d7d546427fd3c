import { PEAKS_COUNT } from './recording-limits'

/** Sound as a decoder gives it: samples from -1 to 1 for each channel. */
export interface Sound {
  channelData: Float32Array[]
  /** Hz. */
  sampleRate: number
}

/**
 * Listens to a recording of so many milliseconds, piece by piece, and keeps the loudest moment in each of 64 equal
 * steps of time: 0 to 100, the loudest of all being 100. Undefined for silence.
 */
export function openLoudness(durationMs: number) {
  const loudest = new Float64Array(PEAKS_COUNT)
  let heard = 0
  let rate = 0
  return {
    add({ channelData: [samples = new Float32Array()], sampleRate }: Sound) {
      if (samples.length === 0 || !(sampleRate > 0)) return
      // Counted in samples: sums of seconds would drift over a step's edge.
      heard = rate > 0 ? (heard * sampleRate) / rate : 0
      rate = sampleRate
      for (let place = 0; place < samples.length; place++) {
        const at = ((heard + place) * PEAKS_COUNT * 1000) / (rate * durationMs)
        const step = Math.min(PEAKS_COUNT - 1, Math.floor(at))
        loudest[step] = Math.max(loudest[step] ?? 0, Math.abs(samples[place] ?? 0))
      }
      heard += samples.length
    },
    peaks(): number[] | undefined {
      const top = Math.max(...loudest)
      if (!(top > 0) || top === Number.POSITIVE_INFINITY) return undefined
      return Array.from(loudest, (peak) => Math.round((peak / top) * 100))
    },
  }
}
