import { H264Decoder } from 'h264decoder'
import { EncodedPacketSink, type InputVideoTrack } from 'mediabunny'
import { FRAME_PIXELS_MAX } from './recording-limits'
import { toRgb } from './rgb'
import type { Frame } from './told'

/** The profile of H.264 that the decoder knows: no frames out of order, no arithmetic coding. */
const BASELINE = 66
/** The decoder's own buffer. */
const UNIT_BYTES_MAX = 1024 * 1024
/** A film whose first packets hold no whole picture is left. */
const PACKETS_MAX = 8

/** The first picture of a film in H.264 Baseline; undefined for every other film, because nothing here decodes them. */
export async function readFirstFrame(film: InputVideoTrack): Promise<Frame | undefined> {
  if (film.codec !== 'avc') return undefined
  const config = await film.getDecoderConfig()
  const header = toHeader(config?.description)
  if (!header || header.profile !== BASELINE) return undefined
  const decoder = new H264Decoder()
  for (const unit of header.units) feed(decoder, unit)
  const sink = new EncodedPacketSink(film)
  let packet = await sink.getFirstPacket()
  for (let turn = 0; packet && turn < PACKETS_MAX; turn++) {
    for (const unit of unitsOf(packet.data, header.lengthBytes))
      if (feed(decoder, unit)) return toFrame(decoder, film)
    packet = await sink.getNextPacket(packet)
  }
  return undefined
}

interface Header {
  profile: number
  /** Bytes of the length before each unit of a packet. */
  lengthBytes: number
  /** What the decoder has to know before the first picture. */
  units: Uint8Array[]
}

/** The record that an MP4 keeps beside the packets (ISO/IEC 14496-15, 5.3.3.1). */
function toHeader(description: AllowSharedBufferSource | undefined): Header | undefined {
  if (!(description instanceof Uint8Array)) return undefined
  const [, profile = 0, , , lengths = 0, sequences = 0] = description
  const units: Uint8Array[] = []
  let at = 6
  const take = (count: number) => {
    for (let turn = 0; turn < count; turn++) {
      const length = ((description[at] ?? 0) << 8) | (description[at + 1] ?? 0)
      units.push(description.subarray(at + 2, at + 2 + length))
      at += 2 + length
    }
  }
  take(sequences & 31)
  take(description[at++] ?? 0)
  return { profile, lengthBytes: (lengths & 3) + 1, units }
}

function* unitsOf(packet: Uint8Array, lengthBytes: number): Generator<Uint8Array> {
  for (let at = 0; at + lengthBytes < packet.length; ) {
    let length = 0
    for (let turn = 0; turn < lengthBytes; turn++) length = length * 256 + (packet[at++] ?? 0)
    yield packet.subarray(at, at + length)
    at += length
  }
}

/** Gives a unit to the decoder; whether a picture is ready now. */
function feed(decoder: H264Decoder, unit: Uint8Array): boolean {
  if (unit.length === 0 || unit.length + START.length > UNIT_BYTES_MAX) return false
  const marked = new Uint8Array(START.length + unit.length)
  marked.set(START)
  marked.set(unit, START.length)
  return decoder.decode(marked) === H264Decoder.PIC_RDY
}

const START = [0, 0, 0, 1]

/** The decoder gives whole blocks of 16 pixels; what is shown of them, the container says. */
function toFrame({ pic, width, height }: H264Decoder, film: InputVideoTrack): Frame | undefined {
  if (width * height > FRAME_PIXELS_MAX || pic.length < (width * height * 3) / 2) return undefined
  const shown = {
    width: Math.min(width, film.codedWidth),
    height: Math.min(height, film.codedHeight),
  }
  return { ...shown, turn: film.rotation, rgb: toRgb({ planes: pic, width, height }, shown) }
}
