import type { MediaView } from '@/lib/view/media-view'
import { ImageTile } from './image-tile'

const SHOWN_MAX = 4

/** The pictures of one message: one at its own ratio, more as a grid of four at most. */
export function ImageGrid({ media }: { media: MediaView[] }) {
  const [only] = media
  if (only && media.length === 1) return <ImageTile media={only} />
  const hidden = media.length - SHOWN_MAX
  return (
    <div className="grid w-80 max-w-full grid-cols-2 gap-[3px]">
      {media.slice(0, SHOWN_MAX).map((item, place) => (
        <ImageTile
          key={item.id}
          media={item}
          fill
          more={hidden > 0 && place === SHOWN_MAX - 1 ? hidden : undefined}
        />
      ))}
    </div>
  )
}
