import type { Said } from '@/lib/i18n/reason'
import type { Content, MediaKind } from './content'

/** A file as the platform names it: by WhatsApp media id, to be resolved through the File API, or by address. */
export interface MediaSource {
  kind: MediaKind
  whatsappMediaId?: string
  url?: string
  name?: string
  /** Why there is no source. */
  reason?: Said
  /** Set where the bytes are ours already: an agent uploaded them. */
  stored?: StoredFile
}

/** What is known of a file whose bytes we have. */
export interface StoredFile {
  /** From the bytes, never from what a platform or a browser claims. */
  mimeType: string
  size: number
  /** Hex; the bytes are kept under it. */
  sha256: string
  width?: number
  height?: number
  durationMs?: number
  /** Loudness in equal steps of time, 0 to 100. */
  peaks?: number[]
  /** A picture of a few pixels as a data address. */
  blur?: string
  thumbnailSha256?: string
  /** Why it can only be downloaded, in words. */
  reason?: string
}

/** Content before its files have rows: `mediaIds` is filled by the fold. */
export interface FactContent {
  content: Content
  media: MediaSource[]
}
