import { crc32 } from 'node:zlib'

/** What the start of a file says: how far its deliveries are in the log, and how many there were and are done. */
export interface SpoolHeader {
  drainedTo: number
  written: number
  drained: number
  /** Epoch ms. */
  createdAt: number
}

const NUMBER_BYTES = 8
const FIELDS = ['drainedTo', 'written', 'drained', 'createdAt'] as const
const CHECKED_BYTES = FIELDS.length * NUMBER_BYTES
/** Numbers and their checksum; the rest is room for later. */
export const SPOOL_HEADER_BYTES = 64

export function writeHeader(header: SpoolHeader): Buffer {
  const bytes = Buffer.alloc(SPOOL_HEADER_BYTES)
  for (const [index, field] of FIELDS.entries())
    bytes.writeDoubleBE(header[field], index * NUMBER_BYTES)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, CHECKED_BYTES)), CHECKED_BYTES)
  return bytes
}

/** Undefined when it can't be believed. `size`: of the file. */
export function readHeader(bytes: Buffer, size: number): SpoolHeader | undefined {
  if (bytes.length < SPOOL_HEADER_BYTES) return undefined
  if (bytes.readUInt32BE(CHECKED_BYTES) !== crc32(bytes.subarray(0, CHECKED_BYTES)))
    return undefined
  const [drainedTo = 0, written = 0, drained = 0, createdAt = 0] = FIELDS.map((_, index) =>
    bytes.readDoubleBE(index * NUMBER_BYTES),
  )
  const isWithin = drainedTo >= SPOOL_HEADER_BYTES && drainedTo <= size
  return isWithin ? { drainedTo, written, drained, createdAt } : undefined
}
