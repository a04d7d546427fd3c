import { textFor } from './canned-reply'

/**
 * A text that members are sent by itself: one for everybody, or one a language. The first of them is the channel's
 * default, for members of another language or of one that nobody knows. Older entries of the log hold one text.
 */
export type MemberText = string | { language: string; text: string }[]

/** The text for a member of this locale (as Stella gives it); undefined where there is nothing to say. */
export function memberTextFor(
  texts: MemberText | undefined,
  locale: string | null | undefined,
): string | undefined {
  if (texts === undefined || typeof texts === 'string') return texts || undefined
  return textFor({ texts }, locale ?? undefined) || undefined
}

/** A text as it is kept: without the space around it; undefined where nothing is left of it. */
export function trimmedText(texts: MemberText | undefined): MemberText | undefined {
  if (texts === undefined || typeof texts === 'string') return texts?.trim() || undefined
  return texts.length > 0 ? texts : undefined
}
