'use client'

import { Download } from 'lucide-react'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { mediaNameOf } from './media-name'

/** Saves the bytes as they came. */
export function DownloadLink({ media }: { media: MediaView }) {
  const { t } = useTranslator()
  return (
    <a
      href={media.url}
      download={media.name ?? ''}
      aria-label={t('media.download', { name: mediaNameOf(media) })}
      className="grid size-8 shrink-0 place-items-center rounded-md transition-colors hover:bg-[color-mix(in_oklch,currentColor_12%,transparent)] pointer-coarse:size-11"
    >
      <Download aria-hidden className="size-4" />
    </a>
  )
}
