/** Two notes of the bell: Hz, and when each begins in seconds. */
const NOTES = [
  { frequency: 880, at: 0 },
  { frequency: 1_174.66, at: 0.16 },
] as const
const NOTE_S = 0.5
const LOUDNESS = 0.14

let context: AudioContext | undefined

/** Rings once. Gives false where the browser allows no sound before somebody has clicked or typed here. */
export async function chime(): Promise<boolean> {
  const audio = await wakeSound()
  if (!audio) return false
  for (const { frequency, at } of NOTES) playNote(audio, frequency, audio.currentTime + at)
  return true
}

/** Browsers unlock sound by a press: whoever listens for one calls this. */
export async function wakeSound(): Promise<AudioContext | undefined> {
  if (typeof AudioContext === 'undefined') return undefined
  context ??= new AudioContext()
  // Without a press `resume` neither fails nor ends, so it is not waited for long.
  if (context.state !== 'running')
    await Promise.race([
      context.resume().catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, RESUME_MS)),
    ])
  return context.state === 'running' ? context : undefined
}

const RESUME_MS = 300

function playNote(audio: AudioContext, frequency: number, at: number) {
  const note = audio.createOscillator()
  const gain = audio.createGain()
  note.frequency.value = frequency
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S)
  note.connect(gain).connect(audio.destination)
  note.start(at)
  note.stop(at + NOTE_S)
}
