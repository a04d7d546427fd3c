'use client'

import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { KeyboardEvent } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { MediaView } from '@/lib/domain/conversation'
import { DownloadLink } from './download-link'

interface LightboxProps {
  /** Every picture of the loaded thread, oldest first. */
  images: MediaView[]
  shownId: string
  onShow: (mediaId: string) => void
  onClose: () => void
}

/** One picture at full size; the arrow keys go through all of the thread, Esc closes. */
export function Lightbox({ images, shownId, onShow, onClose }: LightboxProps) {
  const place = images.findIndex((image) => image.id === shownId)
  const image = images[place]
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
          onKeyDown={(event) => stepByKey(event, step)}
          // The picture itself has the focus: on a button, its tooltip would take the first Esc.
          onOpenAutoFocus={focusPane}
          className="fixed inset-0 z-50 flex animate-appear flex-col outline-none"
        >
          <header className="flex items-center gap-2 p-3">
            <Dialog.Title className="min-w-0 flex-1 truncate font-medium text-list">
              <bdi>{image.name ?? 'Photo'}</bdi>
              <span className="ml-2 font-normal text-muted">
                {place + 1} of {images.length}
              </span>
            </Dialog.Title>
            <DownloadLink media={image} />
            <Dialog.Close asChild>
              <IconButton label="Close" keys="Esc" tooltipSide="bottom">
                <X className="size-4" />
              </IconButton>
            </Dialog.Close>
          </header>
          <div className="flex min-h-0 flex-1 items-center gap-2 px-3 pb-6">
            <StepButton label="Previous photo" by={-1} step={step} ended={place === 0} />
            {/* biome-ignore lint/performance/noImgElement: stored bytes never pass through an optimiser */}
            <img
              src={image.url}
              alt={image.name ?? 'Photo'}
              width={image.width}
              height={image.height}
              className="mx-auto min-w-0 max-h-full max-w-full flex-1 object-contain"
            />
            <StepButton label="Next photo" by={1} step={step} ended={place === images.length - 1} />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface StepButtonProps {
  label: string
  by: 1 | -1
  step: (by: number) => void
  ended: boolean
}

function StepButton({ label, by, step, ended }: StepButtonProps) {
  const Icon = by < 0 ? ChevronLeft : ChevronRight
  return (
    <IconButton
      label={label}
      keys={by < 0 ? '←' : '→'}
      onClick={() => step(by)}
      disabledReason={ended ? 'No more photos are loaded.' : undefined}
    >
      <Icon className="size-5" />
    </IconButton>
  )
}

function focusPane(event: Event) {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}

function stepByKey(event: KeyboardEvent, step: (by: number) => void) {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  event.preventDefault()
  step(event.key === 'ArrowLeft' ? -1 : 1)
}
