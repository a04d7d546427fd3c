import { type Reason, reason } from '@/lib/i18n/reason'
import { type Inspection, UNKNOWN_TYPE } from './inspection'
import { askToDraw } from './reader/ask-reader'
import { PIXELS_MAX, type Refused } from './reader/asked'
import { type Keeper, keepThumbnail } from './thumbnail'

/**
 * Size, thumbnail and placeholder of a picture. What the decoder refuses, no browser is asked to show. Throws when
 * there is no process to read it with.
 */
export async function inspectPicture(
  store: Keeper,
  file: string,
  mimeType: string,
): Promise<Inspection> {
  const drawn = await askToDraw({ kind: 'thumbnail', file })
  if ('refused' in drawn) return { mimeType: UNKNOWN_TYPE, reason: toReason(drawn) }
  const { width, height } = drawn
  return { mimeType, width, height, ...(await keepThumbnail(store, drawn)) }
}

function toReason({ refused }: Refused): Reason {
  if (refused === 'too-many-pixels')
    return reason('media.inspected.pixels', { max: PIXELS_MAX / 1e6 })
  return reason('media.inspected.image')
}
