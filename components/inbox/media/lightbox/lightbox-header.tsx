'use client'

import { RotateCw, X, ZoomIn, ZoomOut } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { IconButton } from '@/components/ui/icon-button'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { DownloadLink } from '../download-link'
import type { usePictureView } from './use-picture-view'

interface LightboxHeaderProps {
  image: MediaView
  view: ReturnType<typeof usePictureView>
  place: number
  /** How many there are; `hasMore`: older ones have not been fetched. */
  count: number
  hasMore: boolean
}

/** Above a picture: its name, its place among the others, and what can be done with it. */
export function LightboxHeader({ image, place, count, hasMore, view }: LightboxHeaderProps) {
  const { t } = useTranslator()
  const where = { place: place + 1, count }
  return (
    <header className="relative z-10 flex items-center gap-1 bg-bg/80 p-3">
      <Dialog.Title className="min-w-0 flex-1 truncate font-medium text-list">
        <bdi>{image.name ?? t('media.lightbox.untitled')}</bdi>
        <span className="ml-2 font-normal text-muted">
          {hasMore ? t('media.lightbox.placeOfMore', where) : t('media.lightbox.place', where)}
        </span>
      </Dialog.Title>
      <ViewButtons view={view} />
      {image.state === 'stored' && <DownloadLink media={image} />}
      <Dialog.Close asChild>
        <IconButton label={t('common.close')} keys="Esc" tooltipSide="bottom">
          <X className="size-4" />
        </IconButton>
      </Dialog.Close>
    </header>
  )
}

function ViewButtons({ view }: Pick<LightboxHeaderProps, 'view'>) {
  const { t } = useTranslator()
  return (
    <>
      <IconButton
        label={t('media.lightbox.zoomOut')}
        keys="-"
        tooltipSide="bottom"
        disabledReason={view.isWhole ? t('media.lightbox.whole') : undefined}
        onClick={view.zoomOut}
      >
        <ZoomOut className="size-4" />
      </IconButton>
      <span className="w-11 text-center text-meta text-muted tabular-nums max-md:hidden">
        {view.percent}%
      </span>
      <IconButton
        label={t('media.lightbox.zoomIn')}
        keys="+"
        tooltipSide="bottom"
        disabledReason={view.isLargest ? t('media.lightbox.largest') : undefined}
        onClick={view.zoomIn}
      >
        <ZoomIn className="size-4" />
      </IconButton>
      <IconButton
        label={t('media.lightbox.rotate')}
        keys="R"
        tooltipSide="bottom"
        onClick={view.turn}
      >
        <RotateCw className="size-4" />
      </IconButton>
    </>
  )
}
