'use client'

import { useState } from 'react'
import { reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { useThreadFrame } from '../conversation/thread/thread-context'
import { FileCard } from './file-card'
import { type Box, toBox, toPlaceholder } from './media-box'
import { mediaNameOf } from './media-name'
import { MediaSpace } from './media-space'

/** One picture in a bubble; a press opens it large. */
export function ImageTile({
  media,
  fill,
  more,
}: {
  media: MediaView
  fill?: boolean
  more?: number
}) {
  const { t } = useTranslator()
  const { showMedia } = useThreadFrame()
  const [broken, setBroken] = useState(false)
  // Kept while it is on screen: a picture whose size was not known when it came moves nothing when it is there.
  const [box] = useState(() => (fill ? SQUARE : toBox(media)))
  const hasThumbnail = media.state === 'expired' && media.thumbnailUrl !== undefined
  if (media.state !== 'stored' && !hasThumbnail) return <MediaSpace media={media} box={box} />
  if (broken || !isPicture(media))
    return (
      <div className="px-2 py-1.5">
        <FileCard media={{ ...media, reason: media.reason ?? UNREADABLE }} />
      </div>
    )
  const frame = { width: fill ? '100%' : box.width, aspectRatio: `${box.width} / ${box.height}` }
  return (
    <button
      type="button"
      aria-label={t('media.image.open', { name: mediaNameOf(media) })}
      onClick={() => showMedia(media.id)}
      style={{ ...frame, ...toPlaceholder(media) }}
      className="relative block max-w-full cursor-zoom-in overflow-hidden rounded-[9px] bg-center bg-cover bg-sunken"
    >
      {/* biome-ignore lint/performance/noImgElement: stored bytes never pass through an optimiser */}
      <img
        src={media.thumbnailUrl ?? media.url}
        alt=""
        width={box.width}
        height={box.height}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
        className="size-full object-cover"
      />
      {more ? (
        <span className="absolute inset-0 grid place-items-center bg-text/60 font-semibold text-[18px] text-bg">
          +{more}
        </span>
      ) : null}
    </button>
  )
}

/** What is no picture by its own bytes is never asked for as one. */
function isPicture({ type, state }: MediaView): boolean {
  return state === 'expired' || type === undefined || type.startsWith('image/')
}

const SQUARE: Box = { width: 160, height: 120 }
const UNREADABLE = reason('media.image.unreadable')
