import type { Said } from '@/lib/i18n/reason'
import type { ActivityKind } from './activity'
import type { Author } from './author'
import type { Receipt } from './delivery'
import type { FactContent } from './file-facts'
import type { MessageContext } from './message-context'

export interface InboundFact extends FactContent {
  type: 'inbound'
  source: 'raw' | 'normalized'
  memberExternalId: string
  platformMessageId?: string
  at: number
  /** Place of this message in the delivery's body. */
  place: number
  replyToPlatformId?: string
  profileName?: string
  context?: MessageContext
  /** Another id that the platform gave for the same member in this event, such as a WhatsApp user id. */
  alsoKnownAs?: string
  /** The member's id at Stella, where the event carries it (Facts §3.5). */
  stellaMemberId?: string
  /** What equal messages share, without the time: kind and words, or the media id. */
  contentKey: string
  /** The key carries its own identity (a media id), so time has no part in it. */
  timeless: boolean
}

export interface OutboundFact extends FactContent {
  type: 'outbound'
  /** `phone` and `page`: a person of ours wrote past Stella, and the platform's own echo tells us. */
  author: Exclude<Author, 'member' | 'agent'>
  memberExternalId: string
  platformMessageId?: string
  at: number
  place: number
  replyToPlatformId?: string
  context?: MessageContext
  /** Another id that the platform gave for the same member in this event. */
  alsoKnownAs?: string
  /** The echo does not say which app wrote it: it may be the bot's line, or a reply of ours. */
  unsure?: true
  /** Identity where the platform gave no message id: type, from, to, time in ms and canonical data. */
  fallbackKey: string
}

export interface ReceiptFact {
  type: 'receipt'
  platformMessageId: string
  status: Receipt
  at: number
  /** Why it failed: the platform's own words, with ours where they say nothing. */
  error?: Said
}

/** Everything said to the member up to a moment was delivered, or read (Facts §8). */
export interface WatermarkFact {
  type: 'watermark'
  memberExternalId: string
  status: 'delivered' | 'read'
  until: number
}

/** A sign put on a message, or taken off it when there is no emoji. */
export interface ReactionFact {
  type: 'reaction'
  memberExternalId: string
  alsoKnownAs?: string
  by: 'member' | 'us'
  /** The message it is put on. */
  platformMessageId: string
  emoji?: string
  at: number
}

/** A call through the platform: one line, whatever is told of it and in whatever order. */
export interface CallFact {
  type: 'call'
  memberExternalId: string
  alsoKnownAs?: string
  profileName?: string
  /** Who called. */
  by: 'member' | 'us'
  callId: string
  /** `began` until the platform says how it ended. */
  state: 'began' | 'missed' | 'taken'
  seconds?: number
  at: number
}

/** The member wants no more marketing messages, or wants them again. */
export interface PreferenceFact {
  type: 'preference'
  memberExternalId: string
  alsoKnownAs?: string
  marketing: 'stop' | 'resume'
  /** The same wish again has the same key. */
  key: string
  at: number
}

/** The platform names one person by two ids, in whatever it tells. */
export interface SameMemberFact {
  type: 'same-member'
  /** Where replies go: the phone number, where there is one. */
  memberExternalId: string
  alsoKnownAs: string
}

/** Something the platform tells about the member, shown as a line between messages. */
export interface NoticeFact {
  type: 'notice'
  memberExternalId: string
  alsoKnownAs?: string
  notice: Extract<
    ActivityKind,
    | 'id-changed'
    | 'identity-changed'
    | 'came-by-link'
    | 'came-by-code'
    | 'opted-in'
    | 'opened-chat'
    | 'blocked'
    | 'unblocked'
    | 'unfollowed'
    | 'was-at'
    | 'service-note'
    | 'noticed'
  >
  /** In the platform's words, or what it is about; ours where the platform has only codes. */
  detail?: Said
  /** The same notice again has the same key. */
  key: string
  at: number
  /** The id under which the member goes on: their thread stays the same. */
  movedTo?: string
}

/** Stella says that it changed the member (Facts §3.5): what exactly is read from Stella. */
export interface MemberChangedFact {
  type: 'member-changed'
  /** The id at Stella or the one on the platform: events carry either. */
  member: string
}

export interface ProfileFact {
  type: 'profile'
  memberExternalId: string
  name: string
}

interface DeauthorizedFact {
  type: 'deauthorized'
  account: string
}

export type WebhookFact =
  | InboundFact
  | OutboundFact
  | ReceiptFact
  | WatermarkFact
  | ReactionFact
  | NoticeFact
  | CallFact
  | PreferenceFact
  | SameMemberFact
  | MemberChangedFact
  | ProfileFact
  | DeauthorizedFact
