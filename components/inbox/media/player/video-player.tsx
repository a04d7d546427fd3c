'use client'

import { useEffect, useRef, useState } from 'react'
import { reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { FileCard } from '../file-card'
import { toBox, toPlaceholder, UNKNOWN_TYPE } from '../media-box'
import { MediaSpace } from '../media-space'
import { VideoPoster } from './video-poster'

/**
 * A video in space kept for it: its first moment until somebody plays it, then the browser's own controls. Of its bytes
 * only the beginning is loaded, and nothing at all where an earlier version of the inbox has drawn a poster.
 */
export function VideoPlayer({ media }: { media: MediaView }) {
  const { t } = useTranslator()
  // Kept while it is on screen, so that nothing moves when its true size is known.
  const [box] = useState(() => toBox(media))
  const [failed, setFailed] = useState(false)
  const { ref, begun, begin } = useBeginning()
  if (media.state === 'stored' && media.type === UNKNOWN_TYPE) return <FileCard media={media} />
  if (media.state !== 'stored') return <MediaSpace media={media} box={box} />
  if (failed) return <FileCard media={{ ...media, reason: UNPLAYABLE }} />
  return (
    <div
      style={{
        width: Math.max(box.width, CONTROLS_WIDTH),
        aspectRatio: `${box.width} / ${box.height}`,
        ...toPlaceholder(media),
      }}
      className="relative max-w-full overflow-hidden rounded-[9px] bg-center bg-cover bg-sunken"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: what a member films comes without captions */}
      <video
        ref={ref}
        controls={begun}
        playsInline
        preload={media.thumbnailUrl ? 'none' : 'metadata'}
        // Phones draw no picture of a video unless they are sent to a moment of it.
        src={media.thumbnailUrl ? media.url : `${media.url}#t=0.001`}
        poster={media.thumbnailUrl}
        onError={() => setFailed(true)}
        aria-label={
          media.name ? t('media.video.named', { name: media.name }) : t('media.video.label')
        }
        className="size-full"
      />
      {!begun && <VideoPoster media={media} onPlay={begin} />}
    </div>
  )
}

// Below this the browser's controls don't fit.
const CONTROLS_WIDTH = 220
const UNPLAYABLE = reason('media.video.unplayable')

/** Whether a video has begun; the focus goes from the button that began it to the video. */
function useBeginning() {
  const ref = useRef<HTMLVideoElement>(null)
  const [begun, setBegun] = useState(false)
  useEffect(() => {
    if (begun) ref.current?.focus()
  }, [begun])
  const begin = () => {
    setBegun(true)
    // What can't be played tells so by its error event.
    ref.current?.play().catch(() => undefined)
  }
  return { ref, begun, begin }
}
