import type { Reason, Said } from '@/lib/i18n/reason'
import type { Dialect, Platform } from './channel/channel'
import type { ChannelSettings } from './channel/channel-settings'
import type { StoredFile } from './message/file-facts'
import type { WebhookFact } from './message/webhook-facts'
import type { PeopleFact } from './people/people-facts'
import type { ReplyFact } from './reply/reply-facts'
import type { TemplateInput } from './reply/template'
import type { WorkspaceFact } from './workspace/workspace-facts'

/*
 * Facts: what an event means, free of any platform's wire form. Readers (the `read-` files of lib/stella) make them from
 * deliveries, verbs make them as our own events, and the fold (lib/domain/fold) applies them to rows.
 * Times are epoch ms; text is well-formed and free of NULs, because Postgres takes nothing else.
 */

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
  | ReplyFact
  | {
      type: 'live-chat.set'
      conversationId: string
      liveChat: boolean
      /** Who asked for it; the assignee when `liveChat` is true. Absent: a timer, or a keyword of the member. */
      agentId?: string
      asOf: number
      /** Handed back because the agent wrote nothing for so long after the member did. */
      idleMinutes?: number
      /** Handed back because the conversation had been resolved, by a channel that wants that. */
      resolved?: true
      /** The bot's node at which the member was put when the conversation was handed back. */
      node?: string
    }
  /** The bot could not be stopped although the member asked for a person. */
  | { type: 'live-chat.failed'; conversationId: string; reason: Said }
  /** The conversation was handed back, but Stella did not put the member at that node of the bot. */
  | { type: 'member.not-redirected'; conversationId: string; node: string; reason: Said }
  | {
      type: 'conversation.assigned'
      conversationId: string
      /** Null: back to the queue. */
      agentId: string | null
      by: { id: string; name: string }
      /** When Stella turned liveChat on for it; absent where an agent held the conversation already. */
      asOf?: number
    }
  | { type: 'member.read'; conversationId: string; asOf: number; member: ReadMember }
  /** The picture that Stella named for a member: our copy of it, or why there is none. */
  | {
      type: 'member.portrait'
      conversationId: string
      of: string
      sha256?: string
      reason?: Said
    }
  | { type: 'conversation.read'; conversationId: string; unread: number }
  | {
      type: 'conversation.status-set'
      conversationId: string
      status: 'open' | 'resolved'
      /** Resolved because the member wrote nothing for so long after us. */
      idleMinutes?: number
      /** The bot is to answer the member's next line: the channel wants that after this resolve. */
      handBack?: true
    }
  /** Tags of the workspace, put on and taken off. */
  | { type: 'conversation.tagged'; conversationId: string; added: string[]; removed: string[] }
  | ({ type: 'media.stored'; mediaId: string } & StoredFile)
  /** It could not be had yet and is tried again. */
  | { type: 'media.delayed'; mediaId: string; reason: Said }
  | { type: 'media.failed'; mediaId: string; state: 'gone' | 'refused'; reason: Said }
  /** An agent asked for it once more. */
  | { type: 'media.requested'; mediaId: string }
  /** Kept long enough: the bytes are dropped, thumbnails stay where the workspace wants them. */
  | { type: 'media.expired'; mediaIds: string[]; keepThumbnails: boolean }
  /** Acts on the settings of the workspace: kept for the audit, change no folded row. */
  | { type: 'agent.added'; agentId: string; email: string; role: string }
  | { type: 'connection.added'; connectionId: string; name: string }
  /** `changed` names the fields; what they hold is nobody's business in a log. */
  | { type: 'connection.changed'; connectionId: string; name: string; changed: string[] }
  /** Its token is destroyed; its channels were disconnected before, and their history stays. */
  | { type: 'connection.removed'; connectionId: string; name: string }
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
  | WorkspaceFact
  /** Stella asked us to slow down or could not be reached, and took replies again. */
  | { type: 'connection.paused'; connectionId: string; reason: Said }
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
  ignored: Reason[]
  /** Why parts could not be read: they put the event in quarantine. What they quote may be anything that came. */
  problems: Reason[]
}
