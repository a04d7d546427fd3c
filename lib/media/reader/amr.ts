import { createReadStream } from 'node:fs'

const FRAME_MS = 20
/** Bytes of a frame by its mode, with its one byte of header: narrow band (3GPP TS 26.101) and wide band (TS 26.201). */
const KINDS = [
  { magic: '#!AMR\n', bytes: [13, 14, 16, 18, 20, 21, 27, 32, 6, 6, 6, 6, 1, 1, 1, 1] },
  { magic: '#!AMR-WB\n', bytes: [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1] },
]
const MAGIC_LENGTH_MAX = 9

/** How long an AMR recording plays: every frame is 20 ms, its length stands in its first byte. Undefined when empty. */
export async function toAmrDurationMs(file: string): Promise<number | undefined> {
  let kind: (typeof KINDS)[number] | undefined
  let next = 0
  let passed = 0
  let frames = 0
  for await (const chunk of createReadStream(file)) {
    const bytes: Buffer = chunk
    if (passed === 0) {
      const start = bytes.toString('latin1', 0, MAGIC_LENGTH_MAX)
      kind = KINDS.find(({ magic }) => start.startsWith(magic))
      if (!kind) return undefined
      next = kind.magic.length
    }
    while (kind && next - passed < bytes.length) {
      const mode = ((bytes[next - passed] ?? 0) >> 3) & 15
      next += kind.bytes[mode] ?? 1
      frames += 1
    }
    passed += bytes.length
  }
  return frames > 0 ? frames * FRAME_MS : undefined
}
