import { inspectPicture } from './inspect-picture'
import { inspectRecording } from './inspect-recording'
import { type Inspection, UNKNOWN_TYPE } from './inspection'
import type { Keeper } from './thumbnail'

/** Looks into a file before it is kept. The type a platform, a header or a name claims is never trusted. */
export async function inspect(store: Keeper, file: string): Promise<Inspection> {
  // Loaded with the first file: it takes several megabytes.
  const { fileTypeFromFile } = await import('file-type')
  const type = await fileTypeFromFile(file).catch(() => undefined)
  const mimeType = type?.mime ?? UNKNOWN_TYPE
  if (mimeType.startsWith('image/')) return inspectPicture(store, file, mimeType)
  if (/^(audio|video)\/|^application\/ogg/.test(mimeType)) return inspectRecording(file, mimeType)
  return { mimeType }
}
