import { createReadStream } from 'node:fs'

const MAGIC_LENGTH = 6
const FRAME_MS = 20
/** Bytes of a frame by its mode, with its one byte of header (3GPP TS 26.101). */
const FRAME_BYTES = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1]

/** How long an AMR recording plays: every frame is 20 ms, its length stands in its first byte. Undefined when empty. */
export async function toAmrDurationMs(file: string): Promise<number | undefined> {
  let next = MAGIC_LENGTH
  let passed = 0
  let frames = 0
  for await (const chunk of createReadStream(file)) {
    const bytes: Uint8Array = chunk
    while (next - passed < bytes.length) {
      const mode = ((bytes[next - passed] ?? 0) >> 3) & 15
      next += FRAME_BYTES[mode] ?? 1
      frames += 1
    }
    passed += bytes.length
  }
  return frames > 0 ? frames * FRAME_MS : undefined
}
