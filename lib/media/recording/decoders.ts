import { createReadStream } from 'node:fs'
import { decodeWhole } from './decode-whole'
import type { Sound } from './loudness'

const CHUNK_BYTES = 64 * 1024

interface Decoder {
  decode(bytes: Uint8Array): Sound | Promise<Sound>
  flush?(): Sound | Promise<Sound>
  free(): void
}

interface Recording {
  file: string
  mimeType: string
  /** As the container names it; undefined where it can't say. */
  codec: string | undefined
  durationMs: number
}

/** The sound of a recording, piece by piece. Nothing where we have no decoder; throws for what is damaged. */
export async function* decode(recording: Recording): AsyncGenerator<Sound> {
  const decoder = await openDecoder(recording)
  if (!decoder) return yield* decodeWhole(recording.file, recording.durationMs)
  try {
    for await (const chunk of createReadStream(recording.file, { highWaterMark: CHUNK_BYTES }))
      yield await decoder.decode(chunk)
    if (decoder.flush) yield await decoder.flush()
  } finally {
    decoder.free()
  }
}

/** Decoders that take a file as it comes, for what members mostly send. Each is loaded only where it is needed. */
async function openDecoder({ mimeType, codec }: Recording): Promise<Decoder | undefined> {
  if (mimeType === 'audio/amr') return (await import('@audio/decode-amr')).decoder()
  if (mimeType === 'audio/mpeg') return ready(new (await import('mpg123-decoder')).MPEGDecoder())
  if (!mimeType.startsWith('audio/ogg')) return undefined
  if (codec === 'opus') return ready(new (await import('ogg-opus-decoder')).OggOpusDecoder())
  if (codec !== 'vorbis') return undefined
  const { OggVorbisDecoder } = await import('@wasm-audio-decoders/ogg-vorbis')
  return ready(new OggVorbisDecoder())
}

async function ready<T extends { ready: Promise<void> }>(decoder: T): Promise<T> {
  await decoder.ready
  return decoder
}
