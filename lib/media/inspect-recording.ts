import { reason } from '@/lib/i18n/reason'
import { type Inspection, UNKNOWN_TYPE } from './inspection'
import { askToHear } from './reader/ask-reader'

/**
 * Duration of a recording, waveform of a voice message, size of a video, as far as they can be read within the reader's
 * limits. A container that can't be read at all has none of them. Throws when there is no process to read it with.
 */
export async function inspectRecording(file: string, mimeType: string): Promise<Inspection> {
  const heard = await askToHear({ kind: 'recording', file, mimeType })
  if ('refused' in heard) return { mimeType }
  const { isDamaged, ...known } = heard
  return isDamaged ? { mimeType: UNKNOWN_TYPE, reason: reason('media.inspected.recording') } : known
}
