'use client'

import { FileText, Mic } from 'lucide-react'
import { toPlayTime } from '@/lib/domain/measures'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { GalleryItem } from '@/lib/view/media-view'

/** One document or recording of the gallery; a press saves it. */
export function GalleryFile({ item }: { item: GalleryItem }) {
  const translator = useTranslator()
  const { t } = translator
  const Icon = item.kind === 'file' ? FileText : Mic
  const name = item.name ?? t(toKind(item))
  return (
    <a
      href={item.url}
      download={item.name ?? ''}
      aria-label={t('media.download', { name })}
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
        <span className="block text-meta text-muted tabular-nums">{toFacts(item, translator)}</span>
      </span>
    </a>
  )
}

function toKind({ kind }: GalleryItem) {
  if (kind === 'voice') return 'media.gallery.voice'
  return kind === 'audio' ? 'media.gallery.audio' : 'media.gallery.file'
}

function toFacts(item: GalleryItem, { size, dateFormat }: Translator): string {
  return [
    item.durationMs ? toPlayTime(item.durationMs) : undefined,
    item.size === undefined ? undefined : size(item.size),
    dateFormat(SENT).format(Date.parse(item.sentAt)),
  ]
    .filter(Boolean)
    .join(' · ')
}

const SENT = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const
