import { ALL_FORMATS, FilePathSource, Input, type InputVideoTrack } from 'mediabunny'
import { toAmrDurationMs } from './amr'
import { SIDE_MAX } from './recording-limits'
import type { RecordingFacts } from './told'

/** What claims to play longer lies. */
const DAY_SECONDS = 86_400

export interface Container {
  facts: RecordingFacts
  /** Of its sound. */
  codec: string | undefined
  film: InputVideoTrack | undefined
  close(): void
}

/** Opens a recording of a known type (by its first bytes). Throws for a container that we can't read. */
export async function openContainer(file: string, mimeType: string): Promise<Container> {
  if (mimeType === 'audio/amr') return amrContainer(await toAmrDurationMs(file))
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  try {
    const film = (await input.getPrimaryVideoTrack()) ?? undefined
    const sound = (await input.getPrimaryAudioTrack()) ?? undefined
    const seconds = await input.computeDuration()
    const codec = sound?.codec ?? undefined
    const facts = {
      mimeType: film ? mimeType : toSoundType(mimeType, codec, Boolean(sound)),
      isDamaged: !film && !sound,
      width: toPixels(film?.displayWidth),
      height: toPixels(film?.displayHeight),
      durationMs: toMs(seconds),
    }
    return { facts, codec, film, close: () => input.dispose() }
  } catch (error) {
    input.dispose()
    throw error
  }
}

function amrContainer(durationMs: number | undefined): Container {
  const facts = { mimeType: 'audio/amr', isDamaged: durationMs === undefined, durationMs }
  return { facts, codec: 'amr', film: undefined, close: () => undefined }
}

/** A container of films that holds sound alone is sound; Opus in Ogg says so, because platforms take no other Ogg. */
function toSoundType(mimeType: string, codec: string | undefined, hasSound: boolean): string {
  if (/ogg/.test(mimeType)) return codec === 'opus' ? 'audio/ogg; codecs=opus' : 'audio/ogg'
  return hasSound ? mimeType.replace(/^video\//, 'audio/') : mimeType
}

/** A container may claim anything; what no screen has is not believed. */
function toPixels(claimed: number | undefined): number | undefined {
  const pixels = Math.round(claimed ?? 0)
  return pixels >= 1 && pixels <= SIDE_MAX ? pixels : undefined
}

function toMs(seconds: number): number | undefined {
  const ms = Math.round(seconds * 1000)
  return ms >= 1 && seconds < DAY_SECONDS ? ms : undefined
}
