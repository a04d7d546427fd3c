import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Answer, Call } from '../router'
import type { World } from '../simulated-world'
import type { MemberAction, MemberMediaKind, SentMedia } from '../wire/member-action'
import { HOSTILE_NAMES, serveHostile } from './hostile'
import { makePdf } from './pdf'
import { drawPicture } from './pictures'

/** One thing that members send. Its bytes are made once a process and are the same on every start. */
export interface Piece {
  name: string
  kind: MemberMediaKind
  /** First eight hex digits of every media id of this piece, so that an id alone tells its bytes for ever. */
  prefix: string
  mime: string
  fileName: string
  make(): Promise<Buffer>
  /** How it is served, where that is not simply its bytes. */
  serve?: (call: Call) => Promise<Answer | undefined>
}

/*
 * What needs an encoder was made once and is kept as a file:
 * - walk.mp4 (5 s, 480×360, H.264 baseline + AAC): 75 SVG frames drawn with sharp, then
 *   ffmpeg -framerate 15 -i %03d.png -f lavfi -i "sine=frequency=330:duration=5" -af volume=0.05 -c:v libx264
 *   -profile:v baseline -pix_fmt yuv420p -crf 30 -c:a aac -b:a 24k -movflags +faststart -shortest walk.mp4
 * - voice.ogg (Opus, mono): espeak-ng -v en-gb -s 150 -w voice.wav "…", then
 *   ffmpeg -i voice.wav -c:a libopus -b:a 16k -application voip voice.ogg
 * - greeting.m4a, .aac, .ogg: the first four seconds of voice.ogg at 24 kHz as AAC in MP4, AAC alone, and Vorbis:
 *   ffmpeg -t 4 -i voice.ogg -ar 24000 -ac 1 -c:a aac -b:a 24k greeting.m4a; … -c:a libvorbis -b:a 48k greeting.ogg
 */
const OPUS = 'audio/ogg; codecs=opus'

export const PIECES: readonly Piece[] = [
  picture('jacket', 'ca7a1001', 'jpeg', () => drawPicture('jacket', 1600, 1200, 'jpeg')),
  picture('receipt', 'ca7a1002', 'png', () => drawPicture('receipt', 900, 1350, 'png')),
  picture('parcel', 'ca7a1003', 'jpeg', () => drawPicture('parcel', 1280, 960, 'jpeg')),
  picture('harbour', 'ca7a1004', 'webp', () => drawPicture('harbour', 1920, 1080, 'webp')),
  picture('cup', 'ca7a1005', 'jpeg', () => drawPicture('cup', 800, 800, 'jpeg')),
  // The video of channel-webhooks.txt begins so, and is this one.
  kept('walk', 'video', 'e8a85916', 'video/mp4', 'walk.mp4'),
  kept('voice', 'voice', 'ca7a2001', OPUS, 'voice.ogg'),
  { ...kept('song', 'audio', 'ca7a2002', OPUS, 'voice.ogg'), fileName: 'song.ogg' },
  kept('greeting-m4a', 'audio', 'ca7a2003', 'audio/mp4', 'greeting.m4a'),
  kept('greeting-aac', 'audio', 'ca7a2004', 'audio/aac', 'greeting.aac'),
  kept('greeting-vorbis', 'audio', 'ca7a2005', 'audio/ogg', 'greeting.ogg'),
  {
    name: 'invoice',
    kind: 'document',
    prefix: 'ca7a3001',
    mime: 'application/pdf',
    fileName: 'invoice HK-20391.pdf',
    make: async () => makePdf('Invoice HK-20391', INVOICE_LINES),
  },
  {
    name: 'cat',
    kind: 'sticker',
    prefix: 'ca7a4001',
    mime: 'image/webp',
    fileName: 'cat.webp',
    make: () => drawPicture('cat', 512, 512, 'webp'),
  },
  ...HOSTILE_NAMES.map((name, place) => ({
    ...picture(name, `ca7a9${String(place).padStart(3, '0')}`, 'jpeg', async () =>
      Buffer.from(name),
    ),
    serve: (call: Call) => serveHostile(name, call),
  })),
]

const INVOICE_LINES = [
  'Harbour Outfitters, Tsim Sha Tsui',
  'Date: 14 November 2026',
  '',
  '1 x Rain jacket, petrol, size M           HK$ 780.00',
  '1 x Wool socks, two pairs                 HK$ 120.00',
  'Delivery                                  HK$   0.00',
  '',
  'Total                                     HK$ 900.00',
]

/** Gives what a member sends a media id of its own, as every upload has on WhatsApp, and its real hash. */
export async function attachMedia(
  world: World,
  action: Extract<MemberAction, { type: 'media' }>,
): Promise<{ type: 'media'; media: SentMedia }> {
  const piece = pieceFor(action)
  const id = `${piece.prefix}${randomUUID().slice(8)}`
  const sha256 = createHash('sha256')
    .update(await bytesOfSample(piece))
    .digest('hex')
  const path = mediaPath(id, piece)
  const { kind, mime, fileName } = piece
  const url = `${world.origin}${path}`
  return {
    type: 'media',
    media: { id, kind, mime, fileName, sha256, path, url, caption: action.caption },
  }
}

/** The piece that a media id stands for. */
export function findPiece(mediaId: string): Piece | undefined {
  return PIECES.find((piece) => mediaId.startsWith(`${piece.prefix}-`))
}

/** Where the bytes of a media id are served; the name at the end is for people. */
export function mediaPath(mediaId: string, piece: Piece): string {
  return `/media/${mediaId}/${encodeURIComponent(piece.fileName)}`
}

const made = new Map<string, Promise<Buffer>>()

export function bytesOfSample(piece: Piece): Promise<Buffer> {
  const known = made.get(piece.name)
  if (known) return known
  const bytes = piece.make()
  made.set(piece.name, bytes)
  return bytes
}

function pieceFor({ kind, piece: name }: { kind: MemberMediaKind; piece?: string }): Piece {
  const ofKind = PIECES.filter((piece) => piece.kind === kind)
  const piece = name ? ofKind.find((piece) => piece.name === name) : ofKind[0]
  if (!piece) throw new Error(`There is no ${kind} called ${name}.`)
  return piece
}

function picture(name: string, prefix: string, format: string, make: () => Promise<Buffer>): Piece {
  return {
    name,
    kind: 'image',
    prefix,
    mime: `image/${format}`,
    fileName: `${name}.${format}`,
    make,
  }
}

function kept(
  name: string,
  kind: MemberMediaKind,
  prefix: string,
  mime: string,
  fileName: string,
): Piece {
  const make = () => readFile(new URL(`./${fileName}`, import.meta.url))
  return { name, kind, prefix, mime, fileName, make }
}
