import { Ban, ImageOff, LoaderCircle } from 'lucide-react'
import type { MediaView } from '@/lib/domain/conversation'
import type { Box } from './media-box'

/** The place of media that can't be shown: still being fetched, or gone with the reason. */
export function MediaSpace({ media, box }: { media: MediaView; box?: Box }) {
  const size = box && { width: box.width, aspectRatio: `${box.width} / ${box.height}` }
  return (
    <div
      style={size}
      className={`grid max-w-full place-items-center rounded-lg bg-sunken p-3 text-center text-[12px] text-muted leading-4 ${
        media.state === 'waiting' ? 'motion-safe:animate-pulse' : ''
      }`}
    >
      <div className="flex flex-col items-center gap-1.5">
        <StateIcon state={media.state} />
        <p>{toStateWords(media)}</p>
      </div>
    </div>
  )
}

/** Why media is not there, as a sentence. */
export function toStateWords({ state, reason }: Pick<MediaView, 'state' | 'reason'>): string {
  if (state === 'waiting') return 'Fetching from Stella…'
  if (state === 'gone') return reason ?? 'No longer available from the platform.'
  if (state === 'refused') return reason ?? 'Not stored: this file is not allowed here.'
  return ''
}

function StateIcon({ state }: { state: MediaView['state'] }) {
  if (state === 'waiting')
    return <LoaderCircle aria-hidden className="size-5 motion-safe:animate-spin" />
  return state === 'gone' ? (
    <ImageOff aria-hidden className="size-5" />
  ) : (
    <Ban aria-hidden className="size-5" />
  )
}
