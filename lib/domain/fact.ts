import type { Platform } from './channel'
import type { Content, MediaKind } from './content'
import type { Receipt } from './delivery'

/*
 * Facts: what an event means, free of any platform's wire form. Readers (lib/stella/read-*.ts) make them from
 * deliveries, verbs make them as our own events, and the fold (lib/domain/fold) applies them to rows.
 * Times are epoch ms; text is well-formed and free of NULs, because Postgres takes nothing else.
 */

/** A file as the platform names it: by WhatsApp media id, to be resolved through the File API, or by address. */
export interface MediaSource {
  kind: MediaKind
  whatsappMediaId?: string
  url?: string
  name?: string
}

/** Content before its files have rows: `mediaIds` is filled by the fold. */
export interface FactContent {
  content: Content
  media: MediaSource[]
}

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
  /** What equal messages share, without the time: kind and words, or the media id. */
  contentKey: string
  /** The key carries its own identity (a media id), so time has no part in it. */
  timeless: boolean
}

export interface OutboundFact extends FactContent {
  type: 'outbound'
  author: 'bot' | 'api' | 'relay'
  memberExternalId: string
  platformMessageId?: string
  at: number
  place: number
  /** Identity where the platform gave no message id: type, from, to, time in ms and canonical data. */
  fallbackKey: string
}

export interface ReceiptFact {
  type: 'receipt'
  platformMessageId: string
  status: Receipt
  at: number
  error?: string
}

export interface ProfileFact {
  type: 'profile'
  memberExternalId: string
  name: string
}

export interface DeauthorizedFact {
  type: 'deauthorized'
  account: string
}

export type WebhookFact = InboundFact | OutboundFact | ReceiptFact | ProfileFact | DeauthorizedFact

/** Our own events: `type` is the `kind` of the event, the rest its JSON body. */
export type OwnFact =
  | {
      type: 'channel.connected'
      channelId: string
      connectionId: string
      name: string
      platform: Platform
      stellaId: string
      externalId: string
    }
  | {
      type: 'reply.queued'
      messageId: string
      conversationId: string
      agentId: string
      content: Content
    }
  | { type: 'reply.attempted'; messageId: string }
  | { type: 'reply.sent'; messageId: string; platformMessageId?: string }
  | { type: 'reply.refused'; messageId: string; reason: string }
  | { type: 'reply.delayed'; messageId: string; reason: string; nextAttemptAt: number }
  | { type: 'reply.unconfirmed'; messageId: string; reason: string }
  /** An agent's word on a reply: send it once more, it did arrive, or never mind. */
  | { type: 'reply.requeued'; messageId: string }
  | { type: 'reply.confirmed'; messageId: string }
  | { type: 'reply.cancelled'; messageId: string }
  | {
      type: 'live-chat.set'
      conversationId: string
      liveChat: boolean
      /** Who asked for it; the assignee when `liveChat` is true. */
      agentId: string
      asOf: number
    }
  | { type: 'member.read'; conversationId: string; asOf: number; member: ReadMember }
  | { type: 'conversation.read'; conversationId: string; unread: number }
  | { type: 'conversation.status-set'; conversationId: string; status: 'open' | 'resolved' }
  | {
      type: 'media.stored'
      mediaId: string
      mimeType: string
      size: number
      sha256: string
      width?: number
      height?: number
      thumbnailSha256?: string
    }
  | { type: 'media.failed'; mediaId: string; state: 'gone' | 'refused'; reason: string }
  /** Acts on the settings of the house: kept for the audit, change no folded row. */
  | { type: 'agent.added'; agentId: string; email: string; role: string }
  | { type: 'connection.added'; connectionId: string; name: string }

/** What `GET /member` told us, in our words (custom-inbox-integration.txt "Member API"). */
export interface ReadMember {
  stellaId: string
  liveChat: boolean
  name?: string
  email?: string
  locale?: string
  gender?: string
  profilePic?: string
  tags: string[]
  botNode?: string
  memberSince?: number
}

export type Fact = WebhookFact | OwnFact

/** What a reader made of one delivery. Facts apply even when some part of the body was beyond it. */
export interface Reading {
  /** Name of the reader, such as `whatsapp.raw`; absent when no reader knew the shape. */
  name?: string
  facts: WebhookFact[]
  /** Named rules by which parts were ignored. */
  ignored: string[]
  /** Parts that could not be read, in words: they put the event in quarantine. */
  problems: string[]
}
