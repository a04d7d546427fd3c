import { fileTypeFromFile } from 'file-type'
import { inspectPicture } from './inspect-picture'
import { inspectRecording } from './inspect-recording'
import type { Keeper } from './thumbnail'

export const UNKNOWN_TYPE = 'application/octet-stream'

/** What bytes are, by their own testimony. */
export interface Inspection {
  mimeType: string
  /** Pixels, as they are to be shown: a turned picture is turned. */
  width?: number
  height?: number
  durationMs?: number
  /** Loudness in 64 equal steps of time, 0 to 100; only of voice messages in Ogg Opus. */
  peaks?: number[]
  /** A picture of a few pixels as a data address, shown until the real one is there. */
  blur?: string
  thumbnailSha256?: string
  /** Why it can only be downloaded, in words. */
  reason?: string
}

/** Looks into a file before it is kept. The type a platform, a header or a name claims is never trusted. */
export async function inspect(store: Keeper, file: string): Promise<Inspection> {
  const type = await fileTypeFromFile(file).catch(() => undefined)
  const mimeType = type?.mime ?? UNKNOWN_TYPE
  if (mimeType.startsWith('image/')) return inspectPicture(store, file, mimeType)
  if (/^(audio|video)\/|^application\/ogg/.test(mimeType)) return inspectRecording(file, mimeType)
  return { mimeType }
}
