'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { beginWork } from '@/lib/client/browser/under-way'
import { toVoiceFile } from '@/lib/client/reply/attachments/record'
import { type Reason, reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import {
  closeMicrophone,
  levelOf,
  type Microphone,
  openMicrophone,
  toMicrophoneWords,
} from './microphone'

/** Longer is no voice message, and larger than platforms take. */
const SECONDS_MAX = 15 * 60

/** A recording with the microphone: its level while it runs, and the finished file for `onDone`. */
export function useRecorder(onDone: (file: File) => void) {
  const { t } = useTranslator()
  const running = useRef<Microphone>(undefined)
  // `asked`: the browser is asking for the microphone. `gone`: the composer has left the screen meanwhile.
  const stage = useRef({ asked: false, gone: false })
  const [startedAt, setStartedAt] = useState<number>()
  const [problem, setProblem] = useState<Reason>()

  const end = useCallback(() => {
    const now = running.current
    running.current = undefined
    setStartedAt(undefined)
    if (now) closeMicrophone(now)
    return now
  }, [])
  useEffect(() => (startedAt === undefined ? undefined : beginWork()), [startedAt])
  useEffect(() => {
    const { current } = stage
    current.gone = false
    return () => {
      current.gone = true
      end()
    }
  }, [end])

  async function start() {
    if (stage.current.asked || running.current) return
    stage.current.asked = true
    setProblem(undefined)
    try {
      const opened = await openMicrophone()
      if (stage.current.gone) return closeMicrophone(opened)
      running.current = opened
      opened.recorder.start(1_000)
      setStartedAt(Date.now())
    } catch (error) {
      setProblem(toMicrophoneWords(error))
    } finally {
      stage.current.asked = false
    }
  }

  async function finish() {
    const now = running.current
    if (!now) return
    await new Promise((resolve) => {
      now.recorder.onstop = resolve
      now.recorder.stop()
    })
    end()
    try {
      const recording = new Blob(now.chunks, { type: now.recorder.mimeType })
      onDone(await toVoiceFile(recording, t('composer.files.voiceName')))
    } catch {
      setProblem(reason('composer.record.notPacked'))
    }
  }

  return {
    startedAt,
    problem,
    secondsMax: SECONDS_MAX,
    start,
    finish,
    /** Forgets what was recorded. */
    cancel: end,
    /** How loud it is now, 0 to 1. */
    level: useCallback(() => (running.current ? levelOf(running.current.meter) : 0), []),
  }
}
