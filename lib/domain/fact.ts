import type { Dialect, Platform } from './channel'
import type { ChannelSettings } from './channel-settings'
import type { Content, MediaKind } from './content'
import type { MessageContext } from './context'
import type { ActivityKind } from './conversation'
import type { Receipt } from './delivery'
import type { HouseFact } from './house-facts'
import type { PeopleFact } from './people-facts'
import type { ReplyContent } from './reply-content'
import type { TemplateInput } from './template'

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
  /** Why there is no source, in words. */
  reason?: string
  /** Set where the bytes are ours already: an agent uploaded them. */
  stored?: StoredFile
}

/** What is known of a file whose bytes we have. */
export interface StoredFile {
  /** From the bytes, never from what a platform or a browser claims. */
  mimeType: string
  size: number
  /** Hex; the bytes are kept under it. */
  sha256: string
  width?: number
  height?: number
  durationMs?: number
  /** Loudness in equal steps of time, 0 to 100. */
  peaks?: number[]
  /** A picture of a few pixels as a data address. */
  blur?: string
  thumbnailSha256?: string
  /** Why it can only be downloaded, in words. */
  reason?: string
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
  author: 'bot' | 'api' | 'relay'
  memberExternalId: string
  platformMessageId?: string
  at: number
  place: number
  replyToPlatformId?: string
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
  by: 'member' | 'us'
  /** The message it is put on. */
  platformMessageId: string
  emoji?: string
  at: number
}

/** Something the platform tells about the member, shown as a line between messages. */
export interface NoticeFact {
  type: 'notice'
  memberExternalId: string
  notice: Extract<
    ActivityKind,
    'id-changed' | 'identity-changed' | 'came-by-link' | 'opted-in' | 'opened-chat' | 'noticed'
  >
  /** In the platform's words, or what it is about. */
  detail?: string
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

export interface DeauthorizedFact {
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
  | MemberChangedFact
  | ProfileFact
  | DeauthorizedFact

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
      /** Absent: `stella`. */
      dialect?: Dialect
    }
  | { type: 'channel.configured'; channelId: string; settings: ChannelSettings }
  /** Its name, its own id on the platform, or what its connection speaks was set right. Absent dialect: as it was. */
  | {
      type: 'channel.changed'
      channelId: string
      name: string
      externalId: string
      dialect?: Dialect
    }
  /** Deliveries are stored and shown as ever; nothing is sent. */
  | { type: 'channel.paused'; channelId: string }
  | { type: 'channel.resumed'; channelId: string }
  /** By an admin of ours, as deauthorize does from Stella's side. */
  | { type: 'channel.disconnected'; channelId: string }
  | { type: 'channel.secret-added'; channelId: string; slot: number }
  | { type: 'channel.secret-removed'; channelId: string; slot: number }
  | {
      type: 'reply.queued'
      messageId: string
      conversationId: string
      /** Absent: we wrote it by ourselves, because a timer ran out. */
      agentId?: string
      /** Its bubble. */
      content: Content
      /** The files of the content, in order; absent where it has none. */
      media?: MediaSource[]
      /** Held back until then (epoch ms), so that its writer can undo it; those behind it wait too. */
      heldUntil?: number
      /** To be sent then (epoch ms); until then it holds nobody up and stands outside the thread. */
      sendAt?: number
      /** With `sendAt`: given up when the member writes first. */
      unlessMemberWrites?: boolean
      /** The platform's id of the message that this one answers. Stella's API carries no quote (Facts §4). */
      replyToPlatformId?: string
      /** What goes to the platform; absent for a text, of which the bubble says everything. */
      reply?: ReplyContent
    }
  | {
      type: 'reply.rescheduled'
      messageId: string
      content: Content
      sendAt: number
      unlessMemberWrites: boolean
    }
  /** Its time has come, or a person said "now": it goes on as any queued reply. */
  | { type: 'reply.due'; messageId: string }
  /** Its writer took it back before it was attempted: it is shown nowhere. */
  | { type: 'reply.withdrawn'; messageId: string }
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
      /** Who asked for it; the assignee when `liveChat` is true. Absent: a timer, or a keyword of the member. */
      agentId?: string
      asOf: number
      /** Handed back because the agent wrote nothing for so long after the member did. */
      idleMinutes?: number
      /** The bot's node at which the member was put when the talk was handed back. */
      node?: string
    }
  /** The bot could not be stopped although the member asked for a person. */
  | { type: 'live-chat.failed'; conversationId: string; reason: string }
  /** The talk was handed back, but Stella did not put the member at that node of the bot. */
  | { type: 'member.not-redirected'; conversationId: string; node: string; reason: string }
  | {
      type: 'conversation.assigned'
      conversationId: string
      /** Null: back to the queue. */
      agentId: string | null
      by: { id: string; name: string }
      /** When Stella turned liveChat on for it; absent where an agent held the talk already. */
      asOf?: number
    }
  | { type: 'member.read'; conversationId: string; asOf: number; member: ReadMember }
  | { type: 'conversation.read'; conversationId: string; unread: number }
  | {
      type: 'conversation.status-set'
      conversationId: string
      status: 'open' | 'resolved'
      /** Resolved because the member wrote nothing for so long after us. */
      idleMinutes?: number
    }
  | ({ type: 'media.stored'; mediaId: string } & StoredFile)
  /** It could not be had yet and is tried again. */
  | { type: 'media.delayed'; mediaId: string; reason: string }
  | { type: 'media.failed'; mediaId: string; state: 'gone' | 'refused'; reason: string }
  /** An agent asked for it once more. */
  | { type: 'media.requested'; mediaId: string }
  /** Kept long enough: the bytes are dropped, thumbnails stay where the house wants them. */
  | { type: 'media.expired'; mediaIds: string[]; keepThumbnails: boolean }
  /** Acts on the settings of the house: kept for the audit, change no folded row. */
  | { type: 'agent.added'; agentId: string; email: string; role: string }
  | { type: 'connection.added'; connectionId: string; name: string }
  /** `changed` names the fields; what they hold is nobody's business in a log. */
  | { type: 'connection.changed'; connectionId: string; name: string; changed: string[] }
  | {
      type: 'connection.checked'
      connectionId: string
      results: { api: string; state: string }[]
    }
  /** Of an integration at Stella only the names of its fields: the rest is credentials. */
  | {
      type: 'integration.created'
      connectionId: string
      integrationId: string
      fields: string[]
      /** The integration it stands for from now on: Stella has no way to change one. */
      replaces?: string
    }
  | { type: 'integration.deleted'; connectionId: string; integrationId: string }
  /** Webhooks were folded once more, by hand. */
  | { type: 'event.replayed'; events: number; changed: { messages: number; conversations: number } }
  | PeopleFact
  | HouseFact
  /** Stella asked us to slow down or could not be reached, and took replies again. */
  | { type: 'connection.paused'; connectionId: string; reason: string }
  | { type: 'connection.resumed'; connectionId: string }
  | { type: 'template.saved'; templateId: string; channelId: string; template: TemplateInput }
  | { type: 'template.removed'; templateId: string; channelId: string }

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
  /** The tree that the node stands in. */
  botTree?: string
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
