import { Download } from 'lucide-react'
import type { MediaView } from '@/lib/view/media-view'

/** Saves the bytes as they came. */
export function DownloadLink({ media }: { media: MediaView }) {
  return (
    <a
      href={media.url}
      download={media.name ?? ''}
      aria-label={`Download ${media.name ?? media.kind}`}
      className="grid size-8 shrink-0 place-items-center rounded-md transition-colors hover:bg-[color-mix(in_oklch,currentColor_12%,transparent)] pointer-coarse:size-11"
    >
      <Download aria-hidden className="size-4" />
    </a>
  )
}
