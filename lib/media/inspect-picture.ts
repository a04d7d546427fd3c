import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { toErrorText } from '@/lib/errors'
import { type Inspection, UNKNOWN_TYPE } from './inspect'
import type { MediaStore } from './store'

const THUMBNAIL_PX = 640
const BLUR_PX = 16
/** A picture that unpacks to more is a bomb (architecture.md "Media"). */
const PIXELS_MAX = 50_000_000
/** Decoding a picture within the limit takes far less, also on a busy machine. */
const SECONDS_MAX = 20

/** Size, thumbnail and placeholder of a picture. What the decoder refuses, no browser is asked to show. */
export async function inspectPicture(
  store: Pick<MediaStore, 'temporaryPath' | 'keep'>,
  file: string,
  mimeType: string,
): Promise<Inspection> {
  try {
    const picture = sharp(file, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .autoOrient()
      .timeout({ seconds: SECONDS_MAX })
    const { autoOrient } = await picture.metadata()
    const thumbnail = await picture
      .clone()
      .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer()
    return {
      mimeType,
      width: autoOrient.width,
      height: autoOrient.height,
      blur: await toBlur(thumbnail),
      thumbnailSha256: await keepBytes(store, thumbnail),
    }
  } catch (error) {
    return { mimeType: UNKNOWN_TYPE, reason: toReason(toErrorText(error)) }
  }
}

/** About a hundred bytes. */
async function toBlur(picture: Buffer): Promise<string> {
  const bytes = await sharp(picture)
    .resize(BLUR_PX, BLUR_PX, { fit: 'inside' })
    .webp({ quality: 20, alphaQuality: 20, effort: 6 })
    .toBuffer()
  return `data:image/webp;base64,${bytes.toString('base64')}`
}

async function keepBytes(store: Pick<MediaStore, 'temporaryPath' | 'keep'>, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const temporary = await store.temporaryPath()
  await writeFile(temporary, bytes)
  await store.keep(temporary, sha256)
  return sha256
}

function toReason(error: string): string {
  if (/pixel limit/i.test(error))
    return `This picture has more than ${PIXELS_MAX / 1e6} million pixels, so it is not shown.`
  return 'This picture is damaged or of a kind we can’t show.'
}
