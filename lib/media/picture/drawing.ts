import { z } from 'zod'
import { SIDE_MAX } from '../recording/recording-limits'
import { frameSchema } from '../recording/told'

/** The longest side of a thumbnail. */
export const THUMBNAIL_PX = 640
/** A picture that unpacks to more is a bomb (architecture.md "Media"). */
export const PIXELS_MAX = 50_000_000

const pixels = z.int().min(1).max(1_000_000)
const WEBP_BYTES_MAX = 4 * 1024 * 1024

/** What the picture reader is asked to draw: the thumbnail of a file, the poster of a film, an agent's portrait. */
export const askedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thumbnail'), file: z.string() }),
  z.object({
    kind: z.literal('poster'),
    frame: frameSchema,
    /** As the film says it is to be shown. */
    width: z.int().min(1).max(SIDE_MAX),
    height: z.int().min(1).max(SIDE_MAX),
  }),
  z.object({ kind: z.literal('portrait'), bytes: z.instanceof(Uint8Array), sidePx: pixels }),
])
export type Asked = z.infer<typeof askedSchema>

/** What was drawn: always a WebP; and the size of the picture that was read, in pixels as it is to be shown. */
const drawnSchema = z.object({
  webp: z.instanceof(Uint8Array).refine(({ length }) => length <= WEBP_BYTES_MAX),
  /** The same in a few pixels, as a data address. */
  blur: z.string().max(2_000).startsWith('data:image/webp;base64,'),
  width: pixels,
  height: pixels,
})
export type Drawn = z.infer<typeof drawnSchema>

/** Why nothing was drawn. */
const refusedSchema = z.object({ refused: z.enum(['too many pixels', 'unreadable']) })
export type Refused = z.infer<typeof refusedSchema>

export const answerSchema = z.union([drawnSchema, refusedSchema])
export type Answer = z.infer<typeof answerSchema>
