'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useEffect } from 'react'
import { useBackCloses } from '@/components/ui/back-closes'
import { useFocusReturn } from '@/components/ui/dialog/use-focus-return'
import { IconButton } from '@/components/ui/icon-button'
import { stepOfKey } from '@/lib/client/media/picture-view'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { toPlaceholder } from '../media-box'
import { LightboxHeader } from './lightbox-header'
import { useAllImages } from './use-all-images'
import { usePictureView } from './use-picture-view'

interface LightboxProps {
  conversationId: string
  /** Every picture of the loaded thread, oldest first; older ones are fetched on the way. */
  images: MediaView[]
  shownId: string
  onShow: (mediaId: string) => void
  onClose: () => void
}

/** One picture at full size; the arrow keys go through all of the conversation, Esc closes. */
export function Lightbox(props: LightboxProps) {
  const { t } = useTranslator()
  const { shownId, onShow, onClose } = props
  const { images, loadOlder } = useAllImages(props.conversationId, props.images)
  const view = usePictureView(shownId)
  const focus = useFocusReturn()
  useBackCloses(true, onClose)
  const place = images.findIndex((image) => image.id === shownId)
  const image = images[place]
  useEffect(() => {
    if (place >= 0 && place <= NEAR_OLDEST) loadOlder?.()
  }, [place, loadOlder])
  if (!image) return null
  const step = (by: number) => {
    const next = images[place + by]
    if (next) onShow(next.id)
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-bg/95" />
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={(event) => view.onKey(event) || stepByKey(event, step)}
          {...focus}
          className="fixed inset-0 z-50 flex animate-appear flex-col outline-none"
        >
          <LightboxHeader
            image={image}
            place={place}
            count={images.length}
            hasMore={loadOlder !== undefined}
            view={view}
          />
          <div className="flex min-h-0 flex-1 items-center gap-2 overflow-hidden px-3 pb-6">
            <StepButton
              label={t('media.lightbox.previous')}
              by={-1}
              step={step}
              ended={place === 0}
            />
            <Picture image={image} view={view} />
            <StepButton
              label={t('media.lightbox.next')}
              by={1}
              step={step}
              ended={place === images.length - 1}
            />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Within so many pictures of the oldest one at hand, older ones are fetched. */
const NEAR_OLDEST = 3

interface PictureProps {
  image: MediaView
  view: ReturnType<typeof usePictureView>
}

/** It can be zoomed and moved; a preview stands for one that is not stored yet. */
function Picture({ image, view }: PictureProps) {
  const { t } = useTranslator()
  return (
    <div
      {...view.on}
      className="grid h-full min-w-0 flex-1 touch-none grid-cols-1 grid-rows-1 place-items-center [container-type:size]"
    >
      {/* biome-ignore lint/performance/noImgElement: stored bytes never pass through an optimiser */}
      <img
        key={image.id}
        src={image.state === 'stored' ? image.url : image.thumbnailUrl}
        alt={image.name ?? t('media.lightbox.untitled')}
        width={image.width}
        height={image.height}
        draggable={false}
        style={{ ...view.style, ...toPlaceholder(image) }}
        className="h-auto max-h-full w-auto min-w-0 max-w-full select-none bg-cover object-contain motion-safe:transition-transform motion-safe:duration-100"
      />
    </div>
  )
}

interface StepButtonProps {
  label: string
  by: 1 | -1
  step: (by: number) => void
  ended: boolean
}

function StepButton({ label, by, step, ended }: StepButtonProps) {
  const { t } = useTranslator()
  const Icon = by < 0 ? ChevronLeft : ChevronRight
  return (
    <IconButton
      label={label}
      keys={by < 0 ? '←' : '→'}
      onClick={() => step(by)}
      disabledReason={ended ? t('media.lightbox.noMore') : undefined}
      className="relative z-10 bg-bg/80"
    >
      <Icon className="size-5" />
    </IconButton>
  )
}

function stepByKey(event: KeyboardEvent, step: (by: number) => void) {
  const by = stepOfKey(event.key)
  if (by === undefined) return
  event.preventDefault()
  step(by)
}
