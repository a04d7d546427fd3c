'use client'

import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { MediaSpace } from './media-space'

const SIDE = 128

/** A sticker, at the size stickers have, with no bubble colour behind it. */
export function Sticker({ media }: { media: MediaView }) {
  const { t } = useTranslator()
  if (media.state !== 'stored')
    return <MediaSpace media={media} box={{ width: SIDE, height: SIDE }} />
  return (
    // biome-ignore lint/performance/noImgElement: stored bytes never pass through an optimiser
    <img
      src={media.url}
      alt={t('media.image.sticker')}
      width={SIDE}
      height={SIDE}
      loading="lazy"
      className="size-32 object-contain"
    />
  )
}
