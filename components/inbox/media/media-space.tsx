'use client'

import { Ban, Hourglass, ImageOff, LoaderCircle } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useFetchAgain } from '@/lib/client/media/media'
import { reason, type Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import type { Box } from './media-box'

/** The place of media that can't be shown: still being fetched, or not to be had, with the reason and a way to ask again. */
export function MediaSpace({ media, box }: { media: MediaView; box?: Box }) {
  const { say } = useTranslator()
  const size = box && { width: box.width, minHeight: box.height }
  const isLate = media.state === 'waiting' && media.reason !== undefined
  return (
    <div
      style={size}
      className={`grid max-w-full place-items-center rounded-lg bg-sunken p-3 text-center text-[12px] text-muted leading-4 ${
        media.state === 'waiting' && !isLate ? 'motion-safe:animate-pulse' : ''
      }`}
    >
      <div className="flex flex-col items-center gap-1.5">
        <StateIcon state={media.state} />
        <p className="max-w-64">{say(mediaStateOf(media))}</p>
        {(isLate || media.state !== 'waiting') && <FetchAgain media={media} />}
      </div>
    </div>
  )
}

/** Asks for a file once more. Its state changes by itself when the server has begun. */
export function FetchAgain({ media }: { media: MediaView }) {
  const { t } = useTranslator()
  const fetchAgain = useFetchAgain(media.id)
  return (
    <Button
      size="sm"
      pending={fetchAgain.isPending}
      onClick={() => fetchAgain.mutate()}
      className="h-8 pointer-coarse:h-11"
    >
      {media.state === 'waiting' ? t('media.state.tryNow') : t('media.state.fetchAgain')}
    </Button>
  )
}

/** Why media is not there. */
export function mediaStateOf({ state, reason: why }: Pick<MediaView, 'state' | 'reason'>): Said {
  if (state === 'waiting')
    return why ? reason('media.state.late', { why }) : reason('media.state.fetching')
  if (state === 'gone') return why ?? reason('media.state.gone')
  if (state === 'refused') return why ?? reason('media.state.refused')
  if (state === 'expired') return reason('media.state.expired')
  return why ?? ''
}

function StateIcon({ state }: { state: MediaView['state'] }) {
  if (state === 'waiting')
    return <LoaderCircle aria-hidden className="size-5 motion-safe:animate-spin" />
  const Icon = state === 'gone' ? ImageOff : state === 'expired' ? Hourglass : Ban
  return <Icon aria-hidden className="size-5" />
}
