'use client'

import { useState } from 'react'
import type { MediaView } from '@/lib/domain/conversation'
import { useThreadFrame } from '../thread-context'
import { type Box, toBox } from './media-box'
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
  const { showMedia } = useThreadFrame()
  const [broken, setBroken] = useState(false)
  const box = fill ? SQUARE : toBox(media)
  if (media.state !== 'stored') return <MediaSpace media={media} box={box} />
  if (broken)
    return <MediaSpace media={{ ...media, state: 'gone', reason: UNREADABLE }} box={box} />
  return (
    <button
      type="button"
      aria-label={`Open photo${media.name ? ` ${media.name}` : ''}`}
      onClick={() => showMedia(media.id)}
      style={{ width: fill ? '100%' : box.width, aspectRatio: `${box.width} / ${box.height}` }}
      className="relative block max-w-full cursor-zoom-in overflow-hidden rounded-[9px] bg-sunken"
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

const SQUARE: Box = { width: 160, height: 120 }
const UNREADABLE = 'This picture can’t be read.'
