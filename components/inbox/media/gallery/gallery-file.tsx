import { FileText, Mic } from 'lucide-react'
import { localTimeZone, toClock } from '@/components/shell/time/times'
import { toPlayTime, toSize } from '@/lib/domain/measures'
import type { GalleryItem } from '@/lib/view/media-view'

/** One document or recording of the gallery; a press saves it. */
export function GalleryFile({ item }: { item: GalleryItem }) {
  const Icon = item.kind === 'file' ? FileText : Mic
  const name = item.name ?? (item.kind === 'voice' ? 'Voice message' : 'Recording')
  return (
    <a
      href={item.url}
      download={item.name ?? ''}
      aria-label={`Download ${name}`}
      className="flex min-h-11 items-center gap-2.5 rounded-control px-1.5 py-1 transition-colors hover:bg-sunken"
    >
      <span
        aria-hidden
        className="grid size-8 shrink-0 place-items-center rounded-control bg-sunken text-muted"
      >
        <Icon className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-list">{name}</bdi>
        <span className="block text-meta text-muted tabular-nums">{toFacts(item)}</span>
      </span>
    </a>
  )
}

function toFacts({ size, durationMs, sentAt }: GalleryItem): string {
  const day = new Date(sentAt).toLocaleDateString('en', { day: 'numeric', month: 'short' })
  return [
    durationMs ? toPlayTime(durationMs) : undefined,
    size === undefined ? undefined : toSize(size),
    `${day}, ${toClock(sentAt, localTimeZone())}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
