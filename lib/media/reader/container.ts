import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import { toAmrDurationMs } from './amr'
import { type Heard, SIDE_MAX } from './asked'

/** What claims to play longer lies. */
const DAY_SECONDS = 86_400

export interface Container extends Omit<Heard, 'peaks'> {
  /** Of its sound. */
  codec: string | undefined
  channels: number
}

/** Reads the container of a recording of a known type. Throws for one that we can't read. */
export async function readContainer(file: string, mimeType: string): Promise<Container> {
  if (mimeType === 'audio/amr') return toAmr(await toAmrDurationMs(file))
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  try {
    const video = await input.getPrimaryVideoTrack()
    const sound = await input.getPrimaryAudioTrack()
    const codec = sound?.codec ?? undefined
    return {
      mimeType: video ? mimeType : toSoundType(mimeType, codec, Boolean(sound)),
      isDamaged: !video && !sound,
      width: toPixels(video?.displayWidth),
      height: toPixels(video?.displayHeight),
      durationMs: toMs(await input.computeDuration()),
      codec,
      channels: sound?.numberOfChannels ?? 0,
    }
  } finally {
    input.dispose()
  }
}

function toAmr(durationMs: number | undefined): Container {
  const isDamaged = durationMs === undefined
  return { mimeType: 'audio/amr', isDamaged, durationMs, codec: 'amr', channels: 1 }
}

/** A container of videos that holds sound alone is sound; Opus in Ogg says so, because platforms take no other Ogg. */
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
