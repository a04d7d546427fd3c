/**
 * The platform's wire shapes that both our client and the stand-in Stella speak, as documented in
 * custom-inbox-integration.txt, channel-webhooks.txt and Facts §2–§4. What arrives from outside is
 * never trusted to have these shapes: the readers check every field.
 */

export type OutboundType = 'BOT' | 'MANUAL' | 'RELAY'

/** One object of the `response` array (Facts §4). */
export type ResponseObject = { type: string } & Record<string, unknown>

export interface MessageEvent {
  from: string
  to: string
  /** Epoch milliseconds. */
  timestamp: number
  type: string
  data: Record<string, unknown>
  messageId?: string
}

export interface SendResponsesAnswer {
  ok: 1
  member: string
  sendResults: { result: { result: Record<string, unknown>; messageEvent: MessageEvent }[] }[]
}

/** Webhook: everything the bot, the API or a pairing channel said. */
export interface OutboundEvent {
  type: OutboundType
  app: string
  channel: string
  messageEvent: MessageEvent
}

/** Webhook: one inbound message in Stella's own form. `timestamp` is seconds in a string on WhatsApp. */
export interface NormalizedInbound {
  from: string
  to: string
  timestamp: string | number
  type: string
  data: Record<string, unknown>
  messageId?: string
}

/** Webhook: the app removed the integration. */
export interface DeauthorizeEvent {
  account: string
  timestamp: number
}

export interface StellaMember {
  _id: string
  externalId: string
  app: string
  channel: string
  platform: string
  profile: { name?: string }
  tags: string[]
  meta: Record<string, unknown>
  botMeta: {
    subscribe: boolean
    liveChat: boolean
    tree?: string
    nodeCompositeId?: string
    tempData: Record<string, unknown>
  }
  botId: string
  admin: null
  group: null
  fbId: string | null
  firstName: string | null
  lastName: string | null
  name: string | null
  profilePic: string | null
  gender: string | null
  locale: string | null
  email: string | null
  profilePicString: string | null
  createdAt: number
  etag: string
  _version: number
}
