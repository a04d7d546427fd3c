import { crc32 } from 'node:zlib'

/** A delivery that was verified and waits on this disk for the log. */
export interface SpooledDelivery {
  channelId: string
  body: Buffer
  headers: Record<string, string>
  /** Epoch ms. */
  receivedAt: number
}

interface SpoolRecord {
  delivery: SpooledDelivery
  /** Where it ends, from the start of the bytes it was read of. */
  end: number
}

/** What some bytes of a spool hold. Offsets are from their start. */
interface SpoolReading {
  records: SpoolRecord[]
  /** So far they are read; what follows needs more bytes, or is torn. */
  used: number
  /** Stretches that are no records, though records or the end of the file follow: something changed them. */
  damaged: { from: number; to: number }[]
  /** The end was never written whole, so it was never acknowledged. */
  isTorn: boolean
}

/** A record begins with the file's marker: sixteen bytes of chance, so that no body can pretend to be a record. */
export const MARKER_BYTES = 16
/** Marker, length of the payload, its checksum, and a checksum of these three. */
const FRAME_BYTES = MARKER_BYTES + 12
const META_LENGTH_BYTES = 4
/** More than a delivery of a mebibyte with its headers takes. A larger length is a damaged one. */
const PAYLOAD_BYTES_MAX = 2 * 1024 * 1024
export const RECORD_BYTES_MAX = FRAME_BYTES + PAYLOAD_BYTES_MAX

/** The part of a record that is the same in every file. */
export function toPayload({ body, ...rest }: SpooledDelivery): Buffer {
  const meta = Buffer.from(JSON.stringify(rest))
  const length = Buffer.alloc(META_LENGTH_BYTES)
  length.writeUInt32BE(meta.length)
  return Buffer.concat([length, meta, body])
}

/** A whole record of a file with this marker. */
export function toRecord(marker: Buffer, payload: Buffer): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES)
  marker.copy(frame)
  frame.writeUInt32BE(payload.length, MARKER_BYTES)
  frame.writeUInt32BE(crc32(payload), MARKER_BYTES + 4)
  frame.writeUInt32BE(crc32(frame.subarray(0, MARKER_BYTES + 8)), MARKER_BYTES + 8)
  return Buffer.concat([frame, payload])
}

/** How many bytes a payload takes in a file. */
export function recordBytes(payload: Buffer): number {
  return FRAME_BYTES + payload.length
}

/**
 * Reads bytes that begin where a record should begin: at most `limit` records, those that are whole, and what is wrong
 * between them. `isLast`: the file ends with these bytes. Never throws; without `isLast` it gets ahead as soon as there
 * are RECORD_BYTES_MAX of them.
 */
export function readRecords(
  bytes: Buffer,
  marker: Buffer,
  { isLast, limit = Number.POSITIVE_INFINITY }: { isLast: boolean; limit?: number },
): SpoolReading {
  const reading: SpoolReading = { records: [], used: 0, damaged: [], isTorn: false }
  while (reading.used < bytes.length && reading.records.length < limit) {
    const found = readAt(bytes, reading.used, marker)
    if (typeof found === 'object') {
      reading.records.push(found)
      reading.used = found.end
    } else if (found === 'cut' && !isLast) break
    else if (!passOver(bytes, reading, marker, isLast, found)) break
  }
  return reading
}

type Fault = 'cut' | 'wrong'

function readAt(bytes: Buffer, at: number, marker: Buffer): SpoolRecord | Fault {
  const frame = bytes.subarray(at, at + FRAME_BYTES)
  if (frame.length < FRAME_BYTES)
    return marker.subarray(0, frame.length).equals(frame.subarray(0, MARKER_BYTES))
      ? 'cut'
      : 'wrong'
  if (!frame.subarray(0, MARKER_BYTES).equals(marker)) return 'wrong'
  if (frame.readUInt32BE(MARKER_BYTES + 8) !== crc32(frame.subarray(0, MARKER_BYTES + 8)))
    return 'wrong'
  const end = at + FRAME_BYTES + frame.readUInt32BE(MARKER_BYTES)
  if (end > bytes.length) return 'cut'
  const payload = bytes.subarray(at + FRAME_BYTES, end)
  if (crc32(payload) !== frame.readUInt32BE(MARKER_BYTES + 4)) return 'wrong'
  const delivery = fromPayload(payload)
  return delivery ? { delivery, end } : 'wrong'
}

function fromPayload(payload: Buffer): SpooledDelivery | undefined {
  if (payload.length < META_LENGTH_BYTES) return undefined
  const bodyAt = META_LENGTH_BYTES + payload.readUInt32BE(0)
  try {
    const meta = JSON.parse(payload.toString('utf8', META_LENGTH_BYTES, bodyAt))
    return { ...meta, body: payload.subarray(bodyAt) }
  } catch {
    return undefined
  }
}

/** Goes on where the next marker stands; false at the end of what can be read. */
function passOver(
  bytes: Buffer,
  reading: SpoolReading,
  marker: Buffer,
  isLast: boolean,
  fault: Fault,
): boolean {
  const from = reading.used
  const next = bytes.indexOf(marker, from + 1)
  if (next < 0 && isLast && (fault === 'cut' || isEmpty(bytes.subarray(from)))) {
    reading.isTorn = true
    return false
  }
  // Half a marker may stand at the end of what there is so far.
  const end = isLast ? bytes.length : bytes.length - MARKER_BYTES + 1
  const to = next < 0 ? end : next
  if (to <= from) return false
  const last = reading.damaged.at(-1)
  if (last?.to === from) last.to = to
  else reading.damaged.push({ from, to })
  reading.used = to
  return true
}

/** A file that had grown before its bytes came to the disk. */
function isEmpty(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0)
}
