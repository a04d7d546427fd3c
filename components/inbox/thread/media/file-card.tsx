import type { MediaView } from '@/lib/domain/conversation'
import { DownloadLink } from './download-link'
import { toSizeWords, toTypeLabel } from './media-box'
import { toStateWords } from './media-space'

/** A document: what it is, how large, and a way to save it. It is never opened inside the page. */
export function FileCard({ media }: { media: MediaView }) {
  const size = media.size === undefined ? undefined : toSizeWords(media.size)
  return (
    <div className="flex w-72 max-w-full items-center gap-2.5">
      <span
        aria-hidden
        className="grid h-[42px] w-9 shrink-0 place-items-center rounded-[5px] bg-bad-soft font-bold text-[10px] text-bad"
      >
        {toTypeLabel(media)}
      </span>
      <span className="min-w-0 flex-1">
        <bdi className="line-clamp-2 font-medium">{media.name ?? 'File'}</bdi>
        <span className="block text-[12px] leading-4 opacity-80">
          {media.state === 'stored' ? (size ?? 'Size unknown') : toStateWords(media)}
        </span>
      </span>
      {media.state === 'stored' && <DownloadLink media={media} />}
    </div>
  )
}
