import { type Inspection, UNKNOWN_TYPE } from './inspection'
import { askReader } from './picture/ask-reader'
import { askChild } from './recording/ask-child'
import type { Frame, RecordingFacts } from './recording/told'
import { type Keeper, keepThumbnail, type Thumbnail } from './thumbnail'

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

/** A film without a poster is a film all the same. */
async function keepPoster(
  store: Keeper,
  frame: Frame,
  shown: Pick<RecordingFacts, 'width' | 'height'>,
): Promise<Thumbnail | undefined> {
  const size = { width: shown.width ?? frame.width, height: shown.height ?? frame.height }
  const drawn = await askReader({ kind: 'poster', frame, ...size })
  return 'refused' in drawn ? undefined : keepThumbnail(store, drawn)
}
