import { unfilledBecause } from '@/lib/domain/canned-reply'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel'

/** Why this text can't be sent as it stands; undefined when it can. Shares its words with the server's check. */
export function unsendableBecause(text: string): string | undefined {
  if (text.trim() === '') return 'Write something first.'
  if (text.length > TEXT_LENGTH_MAX) {
    const over = (text.length - TEXT_LENGTH_MAX).toLocaleString('en')
    return `Too long by ${over}: a message can have at most ${TEXT_LENGTH_MAX.toLocaleString('en')} characters.`
  }
  return unfilledBecause(text)
}
