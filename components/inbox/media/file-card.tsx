'use client'

import { Eye } from 'lucide-react'
import { useState } from 'react'
import { deferred } from '@/components/ui/deferred/deferred'
import { IconButton } from '@/components/ui/icon-button'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { DownloadLink } from './download-link'
import { previewOf } from './file-preview-kind'
import { toTypeLabel } from './media-box'
import { mediaNameOf } from './media-name'
import { FetchAgain, mediaStateOf } from './media-space'

const FilePreview = deferred(async () => (await import('./file-preview')).FilePreview)

/** A document: what it is, how large, a way to look into it where that is safe, and one to save it. */
export function FileCard({ media }: { media: MediaView }) {
  const { t, say, size } = useTranslator()
  const [open, setOpen] = useState(false)
  const isStored = media.state === 'stored'
  const isLost = !isStored && (media.state !== 'waiting' || media.reason !== undefined)
  return (
    <div className="flex w-72 max-w-full items-center gap-2.5">
      <span
        aria-hidden
        className="grid h-[42px] w-9 shrink-0 place-items-center rounded-[5px] bg-bad-soft font-bold text-[10px] text-bad"
      >
        {toTypeLabel(media) ?? t('media.file.badge')}
      </span>
      <span className="min-w-0 flex-1">
        <bdi className="line-clamp-2 font-medium">{media.name ?? t('media.file.untitled')}</bdi>
        <span className="block text-[12px] leading-4 aside">
          {isStored
            ? media.size === undefined
              ? t('media.file.sizeUnknown')
              : size(media.size)
            : say(mediaStateOf(media))}
        </span>
        {isStored && media.reason && (
          <span className="block text-[12px] leading-4 aside">{say(media.reason)}</span>
        )}
      </span>
      {isStored && previewOf(media) && (
        <IconButton
          label={t('media.file.preview', { name: mediaNameOf(media) })}
          onClick={() => setOpen(true)}
          className="text-current hover:bg-[color-mix(in_oklch,currentColor_12%,transparent)] hover:text-current"
        >
          <Eye className="size-4" />
        </IconButton>
      )}
      {isStored && <DownloadLink media={media} />}
      {isLost && <FetchAgain media={media} />}
      {open && <FilePreview media={media} onClose={() => setOpen(false)} />}
    </div>
  )
}
