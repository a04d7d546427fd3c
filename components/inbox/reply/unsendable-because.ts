import type { Platform } from '@/lib/domain/channel/channel'
import { unfilledBecause } from '@/lib/domain/reply/canned-reply'
import { contentRefusedBecause } from '@/lib/domain/reply/content-refusal'
import { SENDABLE } from '@/lib/domain/reply/sendable'

/** Why this text can't be sent as it stands; undefined when it can. Shares its words with the server's check. */
export function unsendableBecause(text: string, platform: Platform): string | undefined {
  const { lengthMax } = SENDABLE[platform].text
  if (text.length > lengthMax) {
    const over = (text.length - lengthMax).toLocaleString('en')
    return `Too long by ${over}: a message can have at most ${lengthMax.toLocaleString('en')} characters.`
  }
  return contentRefusedBecause(platform, { type: 'text', text }) ?? unfilledBecause(text)
}
