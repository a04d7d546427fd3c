'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { recordedType, toVoiceFile } from '@/lib/client/reply/attachments/record'

/** Longer is no voice message, and larger than platforms take. */
const SECONDS_MAX = 15 * 60

interface Running {
  recorder: MediaRecorder
  stream: MediaStream
  context: AudioContext
  meter: AnalyserNode
  chunks: Blob[]
}

/** A recording with the microphone: its level while it runs, and the finished file for `onDone`. */
export function useRecorder(onDone: (file: File) => void) {
  const running = useRef<Running>(undefined)
  // `asked`: the browser is asking for the microphone. `gone`: the composer has left the screen meanwhile.
  const stage = useRef({ asked: false, gone: false })
  const [startedAt, setStartedAt] = useState<number>()
  const [problem, setProblem] = useState<string>()

  const end = useCallback(() => {
    const now = running.current
    running.current = undefined
    setStartedAt(undefined)
    if (now) silence(now)
    return now
  }, [])
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
      const opened = await open()
      if (stage.current.gone) return silence(opened)
      running.current = opened
      opened.recorder.start(1_000)
      setStartedAt(Date.now())
    } catch (error) {
      setProblem(toWords(error))
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
      onDone(await toVoiceFile(new Blob(now.chunks, { type: now.recorder.mimeType })))
    } catch {
      setProblem('This recording can’t be packed as platforms take it.')
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
    level: useCallback(() => levelOf(running.current?.meter), []),
  }
}

async function open(): Promise<Running> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream, { mimeType: recordedType() })
  const chunks: Blob[] = []
  recorder.ondataavailable = ({ data }) => void chunks.push(data)
  const context = new AudioContext()
  const meter = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(meter)
  return { recorder, stream, context, meter, chunks }
}

/** Lets go of the microphone. */
function silence({ stream, context }: Running) {
  for (const track of stream.getTracks()) track.stop()
  void context.close()
}

function levelOf(meter: AnalyserNode | undefined): number {
  if (!meter) return 0
  const samples = new Float32Array(meter.fftSize)
  meter.getFloatTimeDomainData(samples)
  return Math.min(1, Math.max(...samples.map(Math.abs)) * 1.5)
}

function toWords(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError') return 'The browser was not allowed to use the microphone.'
  if (name === 'NotFoundError') return 'No microphone was found.'
  return 'The microphone can’t be used right now.'
}
