import sharp from 'sharp'
import { toErrorText } from '@/lib/errors'
import { type Inspection, UNKNOWN_TYPE } from './inspect'
import { type Keeper, keepThumbnail, THUMBNAIL_PX } from './thumbnail'

/** A picture that unpacks to more is a bomb (architecture.md "Media"). */
const PIXELS_MAX = 50_000_000
/** Decoding a picture within the limit takes far less, also on a busy machine. */
const SECONDS_MAX = 20

/** Size, thumbnail and placeholder of a picture. What the decoder refuses, no browser is asked to show. */
export async function inspectPicture(
  store: Keeper,
  file: string,
  mimeType: string,
): Promise<Inspection> {
  try {
    const picture = sharp(file, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .autoOrient()
      .timeout({ seconds: SECONDS_MAX })
    const { autoOrient } = await picture.metadata()
    const small = picture
      .clone()
      .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
    const { width, height } = autoOrient
    return { mimeType, width, height, ...(await keepThumbnail(store, small)) }
  } catch (error) {
    return { mimeType: UNKNOWN_TYPE, reason: toReason(toErrorText(error)) }
  }
}

function toReason(error: string): string {
  if (/pixel limit/i.test(error))
    return `This picture has more than ${PIXELS_MAX / 1e6} million pixels, so it is not shown.`
  return 'This picture is damaged or of a kind we can’t show.'
}
