import type { Reason } from '@/lib/i18n/reason'

export const UNKNOWN_TYPE = 'application/octet-stream'

/** What a file is by its bytes, whatever its name or sender says. */
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
  /** Why it can only be downloaded. */
  reason?: Reason
}
