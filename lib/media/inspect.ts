import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import type { MediaStore } from './store'

const THUMBNAIL_PX = 640
/** A picture that unpacks to more is a bomb (architecture.md "Media"). */
const PIXELS_MAX = 50_000_000
const UNKNOWN_TYPE = 'application/octet-stream'

export interface Inspection {
  mimeType: string
  width?: number
  height?: number
  thumbnailSha256?: string
}

/** What the stored bytes are, by their own testimony: the type a platform or a header claims is never trusted. */
export async function inspect(store: MediaStore, sha256: string): Promise<Inspection> {
  const path = store.pathOf(sha256)
  const type = await fileTypeFromFile(path)
  const mimeType = type?.mime ?? UNKNOWN_TYPE
  if (!mimeType.startsWith('image/')) return { mimeType }
  try {
    return { mimeType, ...(await inspectPicture(store, path)) }
  } catch {
    // Shown as a file to download: what the decoder refuses, no browser is asked to show.
    return { mimeType: UNKNOWN_TYPE }
  }
}

async function inspectPicture(store: MediaStore, path: string) {
  const picture = sharp(path, { limitInputPixels: PIXELS_MAX, failOn: 'error' }).autoOrient()
  const { autoOrient } = await picture.metadata()
  const bytes = await picture
    .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer()
  const thumbnailSha256 = createHash('sha256').update(bytes).digest('hex')
  const temporary = await store.temporaryPath()
  await writeFile(temporary, bytes)
  await store.keep(temporary, thumbnailSha256)
  return { width: autoOrient.width, height: autoOrient.height, thumbnailSha256 }
}
