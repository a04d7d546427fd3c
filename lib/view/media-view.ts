import { toOrderText } from '@/lib/domain/conversation/order'
import type { MediaState } from '@/lib/domain/media/media-state'
import type { GalleryFile, ShownFile } from '@/lib/domain/media/shown-file'
import type { MediaKind } from '@/lib/domain/message/content'
import type { StoredFile } from '@/lib/domain/message/file-facts'
import type { Said } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import { toIso } from './iso'

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
  /** Why it is gone, refused, late, or can only be downloaded. */
  reason?: Said
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

/** A file as it stands in JSON, whatever query read it. */
export function toMediaView(file: ShownFile): MediaView {
  return {
    id: file.id,
    kind: file.kind,
    state: file.state,
    type: file.type ?? undefined,
    name: file.name ?? undefined,
    size: file.size ?? undefined,
    width: file.width ?? undefined,
    height: file.height ?? undefined,
    durationMs: file.durationMs ?? undefined,
    peaks: file.peaks ?? undefined,
    blur: file.blur ?? undefined,
    reason: file.reason ?? undefined,
    url: paths.api.media(file.id),
    thumbnailUrl: file.thumbnailSha256 ? paths.api.thumbnail(file.id) : undefined,
  }
}

export function toGalleryItem(file: GalleryFile): GalleryItem {
  return {
    ...toMediaView(file),
    messageId: file.messageId,
    sentAt: toIso(file.sentAt),
    order: toOrderText(file),
  }
}

export function toUploadView({
  id,
  kind,
  name,
  file,
}: {
  id: string
  kind: MediaKind
  name: string
  file: StoredFile
}): UploadView {
  const { mimeType, size, width, height, durationMs, peaks, blur } = file
  const url = paths.api.upload(id)
  return { id, kind, name, type: mimeType, size, width, height, durationMs, peaks, blur, url }
}
