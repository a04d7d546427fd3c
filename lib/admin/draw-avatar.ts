import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { AppError } from '@/lib/errors'

const SIDE_PX = 160
const PIXELS_MAX = 50_000_000
const SECONDS_MAX = 20
/** Photographs and drawings made of pixels. A decoder of documents, such as SVG, has no business here. */
const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** A square WebP of a few kilobytes from any picture; turned as its camera says. Throws `invalid` for what is none. */
export async function drawAvatar(given: Buffer): Promise<Buffer> {
  const type = await fileTypeFromBuffer(given)
  if (!type || !TYPES.has(type.mime)) throw noPicture()
  try {
    return await sharp(given, { limitInputPixels: PIXELS_MAX })
      .rotate()
      .timeout({ seconds: SECONDS_MAX })
      .resize(SIDE_PX, SIDE_PX, { fit: 'cover' })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    throw noPicture()
  }
}

function noPicture() {
  return new AppError('invalid', 'This is not a picture we can read. Use a JPEG, PNG or WebP.')
}
