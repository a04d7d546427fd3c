import { z } from 'zod'

/** The longest side of a thumbnail. */
export const THUMBNAIL_PX = 640
/** A picture that unpacks to more is a bomb (architecture.md "Media"). */
export const PIXELS_MAX = 50_000_000
/** What no screen has is not believed of a video. */
export const SIDE_MAX = 32_768
export const PEAKS_COUNT = 64

const pixels = z.int().min(1).max(1_000_000)
const side = z.int().min(1).max(SIDE_MAX)
const WEBP_BYTES_MAX = 4 * 1024 * 1024

const drawingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thumbnail'), file: z.string() }),
  z.object({ kind: z.literal('portrait'), bytes: z.instanceof(Uint8Array), sidePx: pixels }),
])
/** A picture to be drawn: the thumbnail of a file, somebody's portrait. */
export type Drawing = z.infer<typeof drawingSchema>

const recordingSchema = z.object({
  kind: z.literal('recording'),
  file: z.string(),
  /** By its first bytes. */
  mimeType: z.string(),
})
/** A recording or video to be looked into. */
export type Recording = z.infer<typeof recordingSchema>

/** What the reader is asked. */
export const askedSchema = z.union([drawingSchema, recordingSchema])
export type Asked = z.infer<typeof askedSchema>

/** What was drawn: always a WebP; and the size of the picture that was read, in pixels as it is to be shown. */
export const drawnSchema = z.object({
  webp: z.instanceof(Uint8Array).refine(({ length }) => length <= WEBP_BYTES_MAX),
  /** The same in a few pixels, as a data address. */
  blur: z.string().max(2_000).startsWith('data:image/webp;base64,'),
  width: pixels,
  height: pixels,
})
export type Drawn = z.infer<typeof drawnSchema>

/** What its container says of a recording, and its waveform. */
export const heardSchema = z.object({
  /** The type it proved to be: a container of videos that holds sound alone is sound. */
  mimeType: z.string(),
  /** Nothing in it can be played. */
  isDamaged: z.boolean(),
  /** Pixels, as the video is to be shown: a turned one is turned. */
  width: side.optional(),
  height: side.optional(),
  durationMs: z.int().positive().optional(),
  peaks: z.array(z.int().min(0).max(100)).length(PEAKS_COUNT).optional(),
})
export type Heard = z.infer<typeof heardSchema>

/** Why nothing is told of a file. */
export const refusedSchema = z.object({ refused: z.enum(['too-many-pixels', 'unreadable']) })
export type Refused = z.infer<typeof refusedSchema>
