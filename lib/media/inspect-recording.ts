import sharp from 'sharp'
import { type Inspection, UNKNOWN_TYPE } from './inspect'
import { askChild } from './recording/ask-child'
import type { Frame, RecordingFacts } from './recording/told'
import { type Keeper, keepThumbnail, THUMBNAIL_PX, type Thumbnail } from './thumbnail'

/**
 * Duration, waveform of a recording, size and poster of a film, as far as they can be read within the limits of
 * `askChild`. A container that can't be read at all has none of them.
 */
export async function inspectRecording(
  store: Keeper,
  file: string,
  mimeType: string,
): Promise<Inspection> {
  const { facts, peaks, frame } = await askChild(file, mimeType)
  if (!facts) return { mimeType }
  const { isDamaged, ...known } = facts
  if (isDamaged) return { mimeType: UNKNOWN_TYPE, reason: 'This recording is damaged.' }
  return { ...known, peaks, ...(frame && (await keepPoster(store, frame, known))) }
}

/** The frame as it is to be shown: turned, and in the proportions that the film says. */
async function keepPoster(
  store: Keeper,
  { rgb, width, height, turn }: Frame,
  shown: Pick<RecordingFacts, 'width' | 'height'>,
): Promise<Thumbnail | undefined> {
  const size = { width: shown.width ?? width, height: shown.height ?? height }
  const scale = Math.min(1, THUMBNAIL_PX / size.width, THUMBNAIL_PX / size.height)
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } })
    .rotate(turn)
    .resize(toSide(size.width * scale), toSide(size.height * scale), { fit: 'fill' })
  // A film without a poster is a film all the same.
  return keepThumbnail(store, picture).catch(() => undefined)
}

function toSide(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}
