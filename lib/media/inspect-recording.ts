import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import { toAmrDurationMs } from './amr'
import { type Inspection, UNKNOWN_TYPE } from './inspect'
import { toPeaks } from './peaks'

/** A container made to be read for ever is left after this. */
const TIME_MAX_MS = 10_000
/** What claims to play longer lies. */
const DAY_SECONDS = 86_400
const SIDE_MAX = 32_768

/** Duration, size of the film, and the waveform where we can decode the sound. A damaged container has none of them. */
export async function inspectRecording(file: string, mimeType: string): Promise<Inspection> {
  if (mimeType === 'audio/amr') return { mimeType, durationMs: await toAmrDurationMs(file) }
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  const facts = await withinTime(readContainer(input))
    .catch(() => undefined)
    .finally(() => input.dispose())
  if (!facts) return { mimeType }
  const { codec, isFilm, ...known } = facts
  if (!isFilm && !codec) return { mimeType: UNKNOWN_TYPE, reason: 'This recording is damaged.' }
  const type = isFilm ? mimeType : toSoundType(mimeType, codec)
  const peaks = isFilm ? undefined : await toPeaks(file, type, facts.durationMs)
  return { mimeType: type, ...known, peaks }
}

async function readContainer(input: Input) {
  const film = await input.getPrimaryVideoTrack()
  const sound = await input.getPrimaryAudioTrack()
  const seconds = await input.computeDuration()
  return {
    isFilm: Boolean(film),
    codec: sound?.codec ?? undefined,
    width: toPixels(film?.displayWidth),
    height: toPixels(film?.displayHeight),
    durationMs: seconds > 0 && seconds < DAY_SECONDS ? Math.round(seconds * 1000) : undefined,
  }
}

/** A container may claim anything; what no screen has is not believed. */
function toPixels(claimed: number | undefined): number | undefined {
  const pixels = Math.round(claimed ?? 0)
  return pixels >= 1 && pixels <= SIDE_MAX ? pixels : undefined
}

/** A container of films that holds sound alone is sound; Opus in Ogg says so, because platforms take no other Ogg. */
function toSoundType(mimeType: string, codec: string | undefined): string {
  if (/ogg/.test(mimeType)) return codec === 'opus' ? 'audio/ogg; codecs=opus' : 'audio/ogg'
  return codec ? mimeType.replace(/^video\//, 'audio/') : mimeType
}

async function withinTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, TIME_MAX_MS, undefined)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}
