'use client'

import { Pause, Play } from 'lucide-react'
import type { CSSProperties } from 'react'
import { toPlayTime } from '@/lib/domain/measures'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MediaView } from '@/lib/view/media-view'
import { DownloadLink } from './download-link'
import { mediaNameOf } from './media-name'
import { MediaSpace } from './media-space'
import { usePlayback } from './use-playback'
import { Waveform } from './waveform'

/** A voice message or audio file: play, seek, and a speed that is remembered for the next one. */
export function VoicePlayer({ media }: { media: MediaView }) {
  const { t } = useTranslator()
  const playback = usePlayback(media.durationMs)
  if (media.state !== 'stored') return <MediaSpace media={media} />
  if (playback.failed) return <Unplayable media={media} />
  const name = spokenName(media)
  const { isPlaying, atMs, durationMs, speed } = playback
  const PlayIcon = isPlaying ? Pause : Play
  return (
    <div className="flex w-72 max-w-full items-center gap-2.5">
      <audio
        ref={playback.ref}
        src={media.url}
        preload={media.durationMs ? 'none' : 'metadata'}
        data-voice={media.kind === 'voice' || undefined}
        {...playback.events}
      />
      <button
        type="button"
        aria-label={isPlaying ? t('media.voice.pause', { name }) : t('media.play', { name })}
        onClick={playback.toggle}
        className="grid size-8 shrink-0 place-items-center rounded-full bg-accent text-accent-text in-[.bg-accent]:bg-accent-text in-[.bg-accent]:text-accent pointer-coarse:size-11"
      >
        <PlayIcon aria-hidden className="size-4 fill-current" />
      </button>
      <div className="min-w-0 flex-1">
        <Seek media={media} playback={playback} />
        <p className="flex items-center text-[11px] leading-4 tabular-nums aside">
          {toPlayTime(atMs)}
          {durationMs ? ` / ${toPlayTime(durationMs)}` : ''}
          <button
            type="button"
            aria-label={t('media.voice.speed', { speed })}
            onClick={playback.nextSpeed}
            className="-my-2 ml-auto min-h-8 min-w-8 rounded-sm font-semibold hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          >
            {speed}×
          </button>
        </p>
      </div>
    </div>
  )
}

interface SeekProps {
  media: MediaView
  playback: ReturnType<typeof usePlayback>
}

/** A slider: over the waveform where there is one, else over a plain bar. */
function Seek(props: SeekProps) {
  const { peaks } = props.media
  if (!peaks)
    return (
      <Slider
        {...props}
        className="block h-1 w-full my-1.5 appearance-none rounded-full bg-[linear-gradient(to_right,var(--accent)_var(--played),var(--line-strong)_var(--played))] in-[.bg-accent]:bg-[linear-gradient(to_right,var(--accent-text)_var(--played),var(--line-strong)_var(--played))] [&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-accent [&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent"
      />
    )
  return (
    <div className="relative rounded-sm focus-within:outline-2 focus-within:outline-accent">
      <Waveform peaks={peaks} share={shareOf(props.playback)} />
      <Slider {...props} className="absolute inset-0 size-full cursor-pointer opacity-0" />
    </div>
  )
}

function Slider({ media, playback, className }: SeekProps & { className: string }) {
  const { t } = useTranslator()
  const { atMs, durationMs } = playback
  return (
    <input
      type="range"
      aria-label={t('media.voice.position', { name: spokenName(media) })}
      aria-valuetext={toPlayTime(atMs)}
      min={0}
      max={durationMs ?? 0}
      step={100}
      value={Math.min(atMs, durationMs ?? 0)}
      disabled={!durationMs}
      onChange={(event) => playback.seek(event.currentTarget.valueAsNumber)}
      style={toFill(shareOf(playback))}
      className={className}
    />
  )
}

/** How much of it was heard, 0 to 1. */
function shareOf({ atMs, durationMs }: SeekProps['playback']): number {
  return durationMs ? Math.min(1, atMs / durationMs) : 0
}

/** How far the bar is filled, for the style sheet; `share` is 0 to 1. */
function toFill(share: number): CSSProperties {
  return { '--played': `${Math.min(100, share * 100)}%` } as CSSProperties
}

/** The name of a voice message's file says nothing to anybody. */
function spokenName(media: MediaView): Said {
  return mediaNameOf(media.kind === 'voice' ? { kind: media.kind } : media)
}

function Unplayable({ media }: { media: MediaView }) {
  const { t } = useTranslator()
  const words =
    media.kind === 'voice' ? t('media.voice.unplayable') : t('media.voice.unplayableAudio')
  return (
    <p className="flex w-72 max-w-full items-center gap-2 text-[13px]">
      <span className="flex-1">{words}</span>
      <DownloadLink media={media} />
    </p>
  )
}
