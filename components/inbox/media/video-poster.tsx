'use client'

import { Play } from 'lucide-react'
import { toPlayTime } from '@/lib/domain/measures'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { mediaNameOf } from './media-name'

/** All of a video's place is one button, with its length in the corner, whether there is a picture of it or not. */
export function VideoPoster({ media, onPlay }: { media: MediaView; onPlay: () => void }) {
  const { t } = useTranslator()
  const name = mediaNameOf(media)
  const length = media.durationMs ? toPlayTime(media.durationMs) : undefined
  return (
    <button
      type="button"
      aria-label={length ? t('media.playLength', { name, length }) : t('media.play', { name })}
      onClick={onPlay}
      className="group absolute inset-0 grid size-full place-items-center rounded-[9px]"
    >
      <span className="grid size-12 place-items-center rounded-full bg-accent text-accent-text shadow-float transition-transform motion-safe:group-hover:scale-105">
        <Play aria-hidden className="ml-0.5 size-5 fill-current" />
      </span>
      {length && (
        <span className="absolute bottom-2 left-2 rounded-md bg-surface/90 px-1.5 text-[11px] text-text leading-4 tabular-nums">
          {length}
        </span>
      )}
    </button>
  )
}
