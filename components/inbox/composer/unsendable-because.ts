import { type Platform, TEXT_LENGTH_MAX } from '@/lib/domain/channel'
import { contentRefusedBecause } from '@/lib/domain/content-refusal'

/** Why this text can't be sent as it stands; undefined when it can. Shares its words with the server's check. */
export function unsendableBecause(text: string, platform: Platform): string | undefined {
  if (text.length > TEXT_LENGTH_MAX) {
    const over = (text.length - TEXT_LENGTH_MAX).toLocaleString('en')
    return `Too long by ${over}: a message can have at most ${TEXT_LENGTH_MAX.toLocaleString('en')} characters.`
  }
  return contentRefusedBecause(platform, { type: 'text', text })
}
