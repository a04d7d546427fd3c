'use client'

import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { toPlayTime } from '@/lib/domain/measures'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { useRecorder } from './use-recorder'

/** While the microphone runs: how long, how loud, and the two ways to end it. */
export function RecordingBar({ recorder }: { recorder: ReturnType<typeof useRecorder> }) {
  const { startedAt, secondsMax, problem, finish, cancel, level } = recorder
  const { t, say } = useTranslator()
  const meter = useLevel(level, startedAt !== undefined)
  const seconds = useSeconds(startedAt)
  const isFull = seconds >= secondsMax
  useEffect(() => {
    if (isFull) void finish()
  }, [isFull, finish])
  if (startedAt === undefined)
    return problem ? (
      <p role="alert" className="border-b px-3.5 py-2 text-list text-bad">
        {say(problem)}
      </p>
    ) : null
  return (
    <fieldset
      aria-label={t('composer.record.label')}
      className="flex items-center gap-3 border-b px-3.5 py-1.5 text-list"
    >
      <span aria-hidden className="size-2.5 rounded-full bg-bad motion-safe:animate-pulse" />
      <span role="timer" className="tabular-nums">
        {toPlayTime(seconds * 1000)}
      </span>
      <meter
        aria-label={t('composer.record.level')}
        ref={meter}
        max={1}
        className="h-2 min-w-0 flex-1 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-meter-bar]:bg-accent [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-sunken [&::-webkit-meter-optimum-value]:bg-accent"
      />
      <Button variant="ghost" onClick={() => cancel()}>
        <X aria-hidden className="size-4" /> {t('common.discard')}
      </Button>
      <Button onClick={finish}>
        <Check aria-hidden className="size-4" /> {t('common.done')}
      </Button>
    </fieldset>
  )
}

/** Writes the level straight into the page: sixty renders a second would be for nothing. */
function useLevel(level: () => number, isOn: boolean) {
  const meter = useRef<HTMLMeterElement>(null)
  useEffect(() => {
    if (!isOn) return
    let frame = requestAnimationFrame(function show() {
      if (meter.current) meter.current.value = level()
      frame = requestAnimationFrame(show)
    })
    return () => cancelAnimationFrame(frame)
  }, [level, isOn])
  return meter
}

function useSeconds(startedAt: number | undefined): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (startedAt === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [startedAt])
  return startedAt === undefined ? 0 : Math.max(0, Math.floor((now - startedAt) / 1000))
}
