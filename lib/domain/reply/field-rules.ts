import { type Reason, reason } from '@/lib/i18n/reason'
import type { TextLimit } from './sendable'

/* What one field of a message may hold; each rule answers with a reason, or says yes or no. */

/** Why a text can't stand there; undefined when it can. */
export function textReason(text: string, { lengthMax, bytesMax }: TextLimit): Reason | undefined {
  if (text.trim() === '') return reason('reply.text.empty')
  if (text.length > lengthMax) return reason('reply.text.tooLong', { max: lengthMax })
  if (bytesMax !== undefined && bytesOf(text) > bytesMax)
    return reason('reply.text.tooManyBytes', { max: bytesMax, size: bytesOf(text) })
  return undefined
}

/** Length in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Digits with the signs people write between them. */
export function isPhone(value: string): boolean {
  return /^\+?[\d\s().-]+$/.test(value.trim()) && /^\d{5,15}$/.test(value.replace(/\D/g, ''))
}
