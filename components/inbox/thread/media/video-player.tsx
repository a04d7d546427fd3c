import type { MediaView } from '@/lib/domain/conversation'
import { toBox } from './media-box'
import { MediaSpace } from './media-space'

/** A film with the browser's own controls, in space kept for it; nothing loads until it is played. */
export function VideoPlayer({ media }: { media: MediaView }) {
  const box = toBox(media)
  if (media.state !== 'stored') return <MediaSpace media={media} box={box} />
  return (
    // biome-ignore lint/a11y/useMediaCaption: what a member films comes without captions
    <video
      controls
      playsInline
      preload={media.thumbnailUrl ? 'none' : 'metadata'}
      src={media.url}
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
