/** What browsers record, best first: what platforms take as it is, then what we can pack anew without loss. */
const RECORDED = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']

/** The type this browser records in; undefined when it can't record at all. */
export function recordedType(): string | undefined {
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return undefined
  return RECORDED.find((type) => MediaRecorder.isTypeSupported(type))
}

/**
 * A recording as a file that platforms take: Opus in WebM is moved into Ogg, packet by packet, without a second
 * encoding. Its name gets the ending of its type. Throws when it can't be.
 */
export async function toVoiceFile(recording: Blob, name: string): Promise<File> {
  const isWebm = recording.type.startsWith('audio/webm')
  const packed = isWebm ? await toOgg(recording) : recording
  const isOgg = isWebm || recording.type.startsWith('audio/ogg')
  const [ending, type] = isOgg ? ['ogg', 'audio/ogg'] : ['m4a', 'audio/mp4']
  return new File([packed], `${name}.${ending}`, { type })
}

async function toOgg(recording: Blob): Promise<Blob> {
  // Only those who record need it.
  const { ALL_FORMATS, BlobSource, BufferTarget, Conversion, Input, OggOutputFormat, Output } =
    await import('mediabunny')
  const target = new BufferTarget()
  const conversion = await Conversion.init({
    input: new Input({ formats: ALL_FORMATS, source: new BlobSource(recording) }),
    output: new Output({ format: new OggOutputFormat(), target }),
  })
  await conversion.execute()
  if (!target.buffer) throw new Error('The recording is empty.')
  return new Blob([target.buffer])
}
