import { createReadStream } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import { MPEGDecoder } from 'mpg123-decoder'
import { OggOpusDecoder } from 'ogg-opus-decoder'

export const PEAKS_COUNT = 64
/** Longer sound is no voice message; decoding it would keep the process busy for little. */
const DURATION_MAX_MS = 30 * 60_000
/** A few seconds of speech: decoding them keeps everything else waiting for some milliseconds. */
const CHUNK_BYTES = 4 * 1024

interface Decoder {
  decode(bytes: Uint8Array): Decoded | Promise<Decoded>
  end(): Promise<Decoded | undefined>
  free(): void
}

interface Decoded {
  channelData: Float32Array[]
  sampleRate: number
}

/**
 * The loudest moment in each of 64 equal steps of time, 0 to 100, the loudest of all being 100. Undefined where we
 * have no decoder (AAC, AMR, Vorbis), and for what is damaged or too long.
 */
export async function toPeaks(
  file: string,
  mimeType: string,
  durationMs: number | undefined,
): Promise<number[] | undefined> {
  if (!durationMs || durationMs > DURATION_MAX_MS) return undefined
  const decoder = await openDecoder(mimeType)
  if (!decoder) return undefined
  const loudest = new Float64Array(PEAKS_COUNT)
  let seconds = 0
  const add = ({ channelData, sampleRate }: Decoded) => {
    const [samples = new Float32Array()] = channelData
    const stepsPerSecond = (PEAKS_COUNT * 1000) / durationMs
    // Counted by hand: iterators over millions of samples take seconds.
    for (let place = 0; place < samples.length; place++) {
      const at = Math.floor((seconds + place / sampleRate) * stepsPerSecond)
      const step = Math.min(PEAKS_COUNT - 1, at)
      loudest[step] = Math.max(loudest[step] ?? 0, Math.abs(samples[place] ?? 0))
    }
    if (samples.length > 0) seconds += samples.length / sampleRate
  }
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      add(await decoder.decode(chunk))
      await breathe()
    }
    const rest = await decoder.end()
    if (rest) add(rest)
  } catch {
    return undefined
  } finally {
    decoder.free()
  }
  const top = Math.max(...loudest)
  return top > 0 ? Array.from(loudest, (peak) => Math.round((peak / top) * 100)) : undefined
}

async function openDecoder(mimeType: string): Promise<Decoder | undefined> {
  if (mimeType === 'audio/ogg; codecs=opus') {
    const opus = new OggOpusDecoder()
    await opus.ready
    return {
      decode: (bytes) => opus.decode(bytes),
      end: () => opus.flush(),
      free: () => opus.free(),
    }
  }
  if (mimeType === 'audio/mpeg') {
    const mpeg = new MPEGDecoder()
    await mpeg.ready
    return {
      decode: (bytes) => mpeg.decode(bytes),
      end: async () => undefined,
      free: () => mpeg.free(),
    }
  }
  return undefined
}
