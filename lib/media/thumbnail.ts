import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { MediaStore } from './store'

/** Where a thumbnail is kept; what is inspected is kept by somebody else. */
export type Keeper = Pick<MediaStore, 'temporaryPath' | 'keep'>

/** The longest side. */
export const THUMBNAIL_PX = 640
const BLUR_PX = 16

/** What stands for a picture or film until it is there itself. */
export interface Thumbnail {
  thumbnailSha256: string
  /** About a hundred bytes as a data address. */
  blur: string
}

/** Keeps a picture as WebP, as large as it is given, and makes its placeholder. Throws what the decoder throws. */
export async function keepThumbnail(store: Keeper, picture: Sharp): Promise<Thumbnail> {
  const thumbnail = await picture.webp({ quality: 78 }).toBuffer()
  return { blur: await toBlur(thumbnail), thumbnailSha256: await keepBytes(store, thumbnail) }
}

async function toBlur(picture: Buffer): Promise<string> {
  const bytes = await sharp(picture)
    .resize(BLUR_PX, BLUR_PX, { fit: 'inside' })
    .webp({ quality: 20, alphaQuality: 20, effort: 6 })
    .toBuffer()
  return `data:image/webp;base64,${bytes.toString('base64')}`
}

async function keepBytes(store: Keeper, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const temporary = await store.temporaryPath()
  await writeFile(temporary, bytes)
  await store.keep(temporary, sha256)
  return sha256
}
