import { createReadStream } from 'node:fs'
import { OggOpusDecoder } from 'ogg-opus-decoder'
import type { Heard, Recording, Refused } from './asked'
import { type Container, readContainer } from './container'
import { openLoudness } from './loudness'

/** Longer sound is no voice message; decoding it would take long for little. */
const DURATION_MAX_MS = 30 * 60_000
/** A recording that takes longer goes without a waveform. */
const TIME_MAX_MS = 15_000
/** A byte of Opus may be 120 ms of sound: a piece of 4 KB unpacks to no more than 100 MB. */
const CHUNK_BYTES = 4 * 1024
/** As phones record. A file may claim 255, each to be unpacked. */
const CHANNELS_MAX = 2

/** What a recording is, how long it plays, and the waveform of one in Ogg Opus. */
export async function hear({ file, mimeType }: Recording): Promise<Heard | Refused> {
  try {
    const container = await readContainer(file, mimeType)
    const peaks = isVoice(container) ? await toPeaks(file, container.durationMs) : undefined
    const { channels: _, codec: __, ...facts } = container
    return { ...facts, peaks }
  } catch {
    return { refused: 'unreadable' }
  }
}

/** Voice messages of WhatsApp are Ogg Opus, and nothing else is decoded. */
function isVoice(container: Container): container is Container & { durationMs: number } {
  const { mimeType, codec, channels, durationMs } = container
  if (!mimeType.startsWith('audio/ogg') || codec !== 'opus' || channels > CHANNELS_MAX) return false
  return durationMs !== undefined && durationMs <= DURATION_MAX_MS
}

/** Undefined for silence, for what is damaged, and for what takes too long. */
async function toPeaks(file: string, durationMs: number): Promise<number[] | undefined> {
  const decoder = new OggOpusDecoder()
  const loudness = openLoudness(durationMs)
  const end = Date.now() + TIME_MAX_MS
  try {
    await decoder.ready
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      loudness.add(await decoder.decode(chunk))
      if (Date.now() > end) return undefined
    }
    loudness.add(await decoder.flush())
    return loudness.peaks()
  } catch {
    return undefined
  } finally {
    decoder.free()
  }
}
