import sharp from 'sharp'
import { AppError } from '@/lib/errors'

export const AVATAR_BYTES_MAX = 8 * 1024 * 1024
const SIDE_PX = 160
const PIXELS_MAX = 50_000_000

/** A square WebP of a few kilobytes from any picture; turned as its camera says. Throws `invalid` for what is none. */
export async function drawAvatar(given: Buffer): Promise<Buffer> {
  try {
    return await sharp(given, { limitInputPixels: PIXELS_MAX })
      .rotate()
      .resize(SIDE_PX, SIDE_PX, { fit: 'cover' })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    throw new AppError('invalid', 'This is not a picture we can read. Use a JPEG, PNG or WebP.')
  }
}
