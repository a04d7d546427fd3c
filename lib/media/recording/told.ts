import { z } from 'zod'
import { FRAME_PIXELS_MAX, PEAKS_COUNT, SIDE_MAX } from './recording-limits'

const side = z.int().min(1).max(SIDE_MAX)

/** What its container says of a recording. */
const factsSchema = z.object({
  /** The type it proved to be: a container of films that holds sound alone is sound. */
  mimeType: z.string(),
  /** Nothing in it can be played. */
  isDamaged: z.boolean(),
  /** Pixels, as the film is to be shown: a turned one is turned. */
  width: side.optional(),
  height: side.optional(),
  durationMs: z.int().positive().optional(),
})
export type RecordingFacts = z.infer<typeof factsSchema>

/** One picture of a film, as it was coded. */
export const frameSchema = z.object({
  width: side,
  height: side,
  /** Degrees, clockwise, by which it is to be turned. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Red, green and blue of each pixel, row by row. */
  rgb: z.instanceof(Uint8Array).refine(({ length }) => length <= FRAME_PIXELS_MAX * 3),
})
export type Frame = z.infer<typeof frameSchema>

const peaksSchema = z.array(z.int().min(0).max(100)).length(PEAKS_COUNT)

/** What the process that looks into a recording tells, piece by piece: what it told before it was ended, counts. */
export const toldSchema = z.object({
  facts: factsSchema.optional(),
  peaks: peaksSchema.optional(),
  frame: frameSchema.optional(),
})
export type Told = z.infer<typeof toldSchema>
