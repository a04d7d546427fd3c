import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Sound } from './loudness'

/** It lies in memory while it is decoded. No platform carries more for a recording. */
const FILE_BYTES_MAX = 32 * 1024 * 1024
/** Decoded at a time: half a minute of 48 kHz is 6 MB. */
const PIECE_SECONDS = 30

/**
 * AAC (in MP4 or ADTS), FLAC and WAV, decoded by FFmpeg in WebAssembly: the whole file is given, its sound comes in
 * pieces, all channels mixed into one. Nothing for a larger file; throws for what FFmpeg can't read.
 */
export async function* decodeWhole(file: string, durationMs: number): AsyncGenerator<Sound> {
  const { size } = await stat(file)
  if (size > FILE_BYTES_MAX) return
  const decoder = await openDecoder(await readFile(file))
  try {
    for (let start = 0; start * 1000 < durationMs; start += PIECE_SECONDS) {
      const samples = decoder.decodeAudioData(start, PIECE_SECONDS)
      yield { channelData: [samples], sampleRate: decoder.sampleRate }
    }
  } finally {
    decoder.dispose()
  }
}

async function openDecoder(bytes: Buffer) {
  const require = createRequire(`${process.cwd()}/`)
  // The package expects a browser, or the globals of a script in Node: it gets the second, in a process of its own.
  Object.assign(globalThis, { require, __dirname: '', fetch: undefined })
  const { getAudioDecoder } = await import('@martel/audio-file-decoder')
  const program = require.resolve('@martel/audio-file-decoder/decode-audio.wasm')
  const { buffer, byteOffset, length } = bytes
  if (!(buffer instanceof ArrayBuffer)) throw new Error('The bytes are shared.')
  return getAudioDecoder(program, buffer.slice(byteOffset, byteOffset + length))
}
