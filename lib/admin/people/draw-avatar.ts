import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { askToDraw } from '@/lib/media/reader/ask-reader'

const SIDE_PX = 160
/** Photographs and drawings made of pixels. A decoder of documents, such as SVG, has no business here. */
const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** A square WebP of a few kilobytes from any picture; turned as its camera says. Throws `invalid` for what is none. */
export async function drawAvatar(given: Buffer): Promise<Buffer> {
  const type = await fileTypeFromBuffer(given)
  if (!type || !TYPES.has(type.mime)) throw noPicture()
  const drawn = await askToDraw({
    kind: 'portrait',
    bytes: Uint8Array.from(given),
    sidePx: SIDE_PX,
  })
  if ('refused' in drawn) throw noPicture()
  return Buffer.from(drawn.webp)
}

function noPicture() {
  return new AppError('invalid', reason('people.account.notPicture'))
}
