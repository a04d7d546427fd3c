export const UNKNOWN_TYPE = 'application/octet-stream'

/** What bytes are, by their own testimony. */
export interface Inspection {
  mimeType: string
  /** Pixels, as they are to be shown: a turned picture is turned. */
  width?: number
  height?: number
  durationMs?: number
  /** Loudness in 64 equal steps of time, 0 to 100; only of sound that we can decode. */
  peaks?: number[]
  /** A picture of a few pixels as a data address, shown until the real one is there. */
  blur?: string
  thumbnailSha256?: string
  /** Why it can only be downloaded, in words. */
  reason?: string
}
