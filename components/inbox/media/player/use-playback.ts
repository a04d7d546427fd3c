'use client'

import { useEffect, useRef, useState } from 'react'
import { readSpeed, useSpeed } from './speed'

let playing: HTMLAudioElement | undefined

/** One recording: where it is, how fast it runs, and what moves it. Only one plays at a time. */
export function usePlayback(knownDurationMs?: number) {
  const ref = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [atMs, setAt] = useState(0)
  const [measuredMs, setMeasured] = useState<number>()
  const [failed, setFailed] = useState(false)
  const [speed, nextSpeed] = useSpeed()

  useEffect(() => {
    if (ref.current) ref.current.playbackRate = speed
  }, [speed])
  useEffect(() => () => ref.current?.pause(), [])

  return {
    ref,
    isPlaying,
    atMs,
    durationMs: knownDurationMs ?? measuredMs,
    failed,
    speed,
    toggle: () => toggle(ref.current, () => setFailed(true)),
    seek(ms: number) {
      if (ref.current) ref.current.currentTime = ms / 1000
      setAt(ms)
    },
    nextSpeed,
    events: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => {
        setAt(0)
        playNext(ref.current)
      },
      onError: () => setFailed(true),
      onTimeUpdate: () => setAt((ref.current?.currentTime ?? 0) * 1000),
      onLoadedMetadata: () => setMeasured(toDurationMs(ref.current)),
    },
  }
}

function toggle(audio: HTMLAudioElement | null, onFail: () => void) {
  if (!audio) return
  if (!audio.paused) return audio.pause()
  play(audio, onFail)
}

function play(audio: HTMLAudioElement, onFail: () => void) {
  if (playing && playing !== audio) playing.pause()
  playing = audio
  audio.playbackRate = readSpeed()
  // A press on pause before the first sound rejects with AbortError, which is no failure.
  audio.play().catch((error: Error) => error.name !== 'AbortError' && onFail())
}

/** People tell one thing in several voice messages: when one ends the next below it goes on. */
function playNext(ended: HTMLAudioElement | null) {
  if (!ended?.dataset.voice) return
  const voices = [...document.querySelectorAll<HTMLAudioElement>('[role="log"] audio[data-voice]')]
  const next = voices[voices.indexOf(ended) + 1]
  if (next) play(next, () => {})
}

/** Recordings made while streaming report an endless duration. */
function toDurationMs(audio: HTMLAudioElement | null): number | undefined {
  return audio && Number.isFinite(audio.duration) ? audio.duration * 1000 : undefined
}
