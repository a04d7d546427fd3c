import { count } from '../measures'
import type { TextLimit } from './sendable'

/* What one field of a message may hold; each rule answers in words, or says yes or no. */

/** Why a text can't stand there; `what` begins the sentence. */
export function textReason(what: string, text: string, { lengthMax, bytesMax }: TextLimit) {
  if (text.trim() === '') return 'Write something first.'
  if (text.length > lengthMax)
    return `${what} can have at most ${count(lengthMax)} characters here.`
  if (bytesMax !== undefined && bytesOf(text) > bytesMax)
    return `${what} can have at most ${count(bytesMax)} bytes here; this has ${count(bytesOf(text))}.`
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
