import type { MediaView } from '@/lib/view/media-view'

export interface Box {
  /** CSS pixels at most; narrower screens keep the ratio. */
  width: number
  height: number
}

const SIDE_MAX = 320
const SIDE_MIN = 96
const UNKNOWN: Box = { width: 240, height: 180 }

/**
 * The space a picture or video takes in a bubble, known before its bytes arrive so that nothing moves:
 * its own ratio within 320 × 320, never thinner than 96, never larger than it is.
 */
export function toBox({ width, height }: Pick<MediaView, 'width' | 'height'>): Box {
  if (!width || !height) return UNKNOWN
  const scale = Math.min(1, SIDE_MAX / width, SIDE_MAX / height)
  return {
    width: Math.max(SIDE_MIN, Math.round(width * scale)),
    height: Math.max(SIDE_MIN, Math.round(height * scale)),
  }
}

/** A few pixels behind a picture that is still on its way. */
export function toPlaceholder({ blur }: Pick<MediaView, 'blur'>): { backgroundImage?: string } {
  return blur?.startsWith('data:image/webp;base64,') ? { backgroundImage: `url("${blur}")` } : {}
}

/** The type of what no browser is asked to show. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/** Up to four letters that say what kind of file it is: `PDF`, `XLSX`; undefined where nothing tells. */
export function toTypeLabel({ name, type }: Pick<MediaView, 'name' | 'type'>): string | undefined {
  const ending = name?.match(/\.([a-z0-9]{1,4})$/i)?.[1]
  const subtype = type?.match(/\/([a-z0-9]{1,4})(?:;|$)/i)?.[1]
  return (ending ?? subtype)?.toUpperCase()
}
