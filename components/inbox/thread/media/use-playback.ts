'use client'

import { useEffect, useRef, useState } from 'react'

export const SPEEDS = [1, 1.5, 2] as const
const SPEED_KEY = 'voice-speed'

let playing: HTMLAudioElement | undefined

/** One recording: where it is, how fast it runs, and what moves it. Only one plays at a time. */
export function usePlayback(knownDurationMs?: number) {
  const ref = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [atMs, setAt] = useState(0)
  const [measuredMs, setMeasured] = useState<number>()
  const [failed, setFailed] = useState(false)
  const [speed, setSpeed] = useState(readSpeed)

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
    toggle: () => toggle(ref.current, speed, () => setFailed(true)),
    seek(ms: number) {
      if (ref.current) ref.current.currentTime = ms / 1000
      setAt(ms)
    },
    nextSpeed() {
      const next = SPEEDS.find((other) => other > speed) ?? SPEEDS[0]
      localStorage.setItem(SPEED_KEY, String(next))
      setSpeed(next)
    },
    events: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => setAt(0),
      onError: () => setFailed(true),
      onTimeUpdate: () => setAt((ref.current?.currentTime ?? 0) * 1000),
      onLoadedMetadata: () => setMeasured(toDurationMs(ref.current)),
    },
  }
}

function toggle(audio: HTMLAudioElement | null, speed: number, onFail: () => void) {
  if (!audio) return
  if (!audio.paused) return audio.pause()
  if (playing && playing !== audio) playing.pause()
  playing = audio
  audio.playbackRate = speed
  // A press on pause before the first sound rejects with AbortError, which is no failure.
  audio.play().catch((error: Error) => error.name !== 'AbortError' && onFail())
}

/** Recordings made while streaming report an endless duration. */
function toDurationMs(audio: HTMLAudioElement | null): number | undefined {
  return audio && Number.isFinite(audio.duration) ? audio.duration * 1000 : undefined
}

function readSpeed(): number {
  const stored = Number(localStorage.getItem(SPEED_KEY))
  return SPEEDS.find((speed) => speed === stored) ?? 1
}
