import { recordedType } from '@/lib/client/reply/attachments/record'
import { type Reason, reason } from '@/lib/i18n/reason'

/** A recording that runs. */
export interface Microphone {
  recorder: MediaRecorder
  stream: MediaStream
  context: AudioContext
  meter: AnalyserNode
  chunks: Blob[]
}

/** Asks for the microphone; refused or missing, it throws. */
export async function openMicrophone(): Promise<Microphone> {
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
export function closeMicrophone({ stream, context }: Microphone) {
  for (const track of stream.getTracks()) track.stop()
  void context.close()
}

/** How loud it is now, 0 to 1. Voices rarely reach the top, so that a loud one fills the meter. */
export function levelOf(meter: Pick<AnalyserNode, 'fftSize' | 'getFloatTimeDomainData'>): number {
  const samples = new Float32Array(meter.fftSize)
  meter.getFloatTimeDomainData(samples)
  return Math.min(1, Math.max(...samples.map(Math.abs)) * 1.5)
}

/** Why nothing can be recorded, for whoever pressed the button. */
export function toMicrophoneWords(error: unknown): Reason {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError') return reason('composer.record.notAllowed')
  if (name === 'NotFoundError') return reason('composer.record.noMicrophone')
  return reason('composer.record.unavailable')
}
