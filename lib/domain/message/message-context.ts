/**
 * What stands around a member's words: how they came to us and what they are about. Shown as a small card or a
 * mark above the text; absent fields are not known. Times are ISO 8601, as in every view.
 */
export interface MessageContext {
  /** In a group, who of it wrote this. */
  sender?: string
  /** Passed on from another conversation; `often` where the platform says it was passed on many times. */
  forwarded?: 'once' | 'often'
  /** The ad, post or link through which the member came. */
  referral?: Referral
  /** The product of a catalogue that the member asks about. */
  product?: { catalogId?: string; productId: string }
  /** The member mentioned us in a story, or answers one of ours. */
  story?: { kind: 'mention' | 'reply'; url?: string }
  /** The member changed the words afterwards; the newest are shown. */
  editedAt?: string
  /** Of an edited message every wording that is known, oldest first; the last one is shown. */
  wordings?: Wording[]
}

export interface Wording {
  at: string
  text: string
  /** The event of the log that brought it. */
  eventId: number
}

export interface Referral {
  kind: 'ad' | 'post' | 'link'
  title?: string
  text?: string
  url?: string
  /** The label that the business put into the link. */
  ref?: string
}

/** Undefined when nothing is known, so that a row keeps no empty object. */
export function toContext(context: MessageContext): MessageContext | undefined {
  return Object.values(context).some((value) => value !== undefined) ? context : undefined
}

/** Both together; where both say something, the second has the word. */
export function joinContexts(
  first: MessageContext | null | undefined,
  second: MessageContext | null | undefined,
): MessageContext | null {
  const known = [first, second].flatMap((context) =>
    Object.entries(context ?? {}).filter(([, value]) => value !== undefined),
  )
  return known.length > 0 ? Object.fromEntries(known) : null
}
