import type { MediaKind } from '../message/content'

const MEDIA_STATES = ['waiting', 'stored', 'gone', 'refused', 'expired'] as const
export type MediaState = (typeof MEDIA_STATES)[number]

export interface MediaView {
  id: string
  kind: MediaKind
  state: MediaState
  /** MIME type, from the bytes once stored. */
  type?: string
  name?: string
  size?: number
  width?: number
  height?: number
  durationMs?: number
  /** Loudness in equal steps of time, 0 to 100. */
  peaks?: number[]
  /** A picture of a few pixels as a data address, to show until the real one is there. */
  blur?: string
  /** Why it is gone, refused, late, or can only be downloaded, in words. */
  reason?: string
  url: string
  thumbnailUrl?: string
}

/** A file of a conversation's gallery, with its message. */
export interface GalleryItem extends MediaView {
  messageId: string
  sentAt: string
  /** Position in the thread, and the cursor of what is older. */
  order: string
}

/** Newest first. */
export interface GalleryPage {
  items: GalleryItem[]
  nextCursor: string | null
}

/** A file that waits in the composer, on the server already. */
export interface UploadView
  extends Pick<
    MediaView,
    'id' | 'kind' | 'width' | 'height' | 'durationMs' | 'peaks' | 'blur' | 'url'
  > {
  name: string
  type: string
  /** Bytes. */
  size: number
}
