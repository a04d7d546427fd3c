'use client'

import { useState } from 'react'
import type { MediaView } from '@/lib/domain/media-view'
import { FileCard } from './file-card'
import { toBox, UNKNOWN_TYPE } from './media-box'
import { MediaSpace } from './media-space'

/** A film with the browser's own controls, in space kept for it; of its bytes only the beginning is loaded. */
export function VideoPlayer({ media }: { media: MediaView }) {
  // Kept while it is on screen, so that nothing moves when its true size is known.
  const [box] = useState(() => toBox(media))
  if (media.state === 'stored' && media.type === UNKNOWN_TYPE) return <FileCard media={media} />
  if (media.state !== 'stored') return <MediaSpace media={media} box={box} />
  return (
    // biome-ignore lint/a11y/useMediaCaption: what a member films comes without captions
    <video
      controls
      playsInline
      preload={media.thumbnailUrl ? 'none' : 'metadata'}
      // Without a poster of its own a film shows its first moment.
      src={media.thumbnailUrl ? media.url : `${media.url}#t=0.1`}
      poster={media.thumbnailUrl}
      aria-label={media.name ? `Video ${media.name}` : 'Video'}
      style={{
        width: Math.max(box.width, CONTROLS_WIDTH),
        aspectRatio: `${box.width} / ${box.height}`,
      }}
      className="max-w-full rounded-[9px] bg-sunken"
    />
  )
}

// Below this the browser's controls don't fit.
const CONTROLS_WIDTH = 220
