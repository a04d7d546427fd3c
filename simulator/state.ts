export const PLATFORMS = [
  'whatsapp',
  'messenger',
  'instagram',
  'web',
  'wechat',
  'slack',
  'telegram',
] as const
export type Platform = (typeof PLATFORMS)[number]

/** What a channel's webhook address may be subscribed to (channel-webhooks.txt; statuses: Facts §7.4). */
export const SUBSCRIPTIONS = ['raw', 'normalized', 'outbound', 'statuses'] as const
export type Subscription = (typeof SUBSCRIPTIONS)[number]

export interface Channel {
  /** The channel's id in Stella. */
  id: string
  app: string
  platform: Platform
  name: string
  /** The channel's own number or page id. */
  externalId: string
  secret: string
  webhookUrl: string
  subscriptions: Subscription[]
}

export interface Choice {
  title: string
  payload: string
  /** How the platform reports the tap, where it isn't as for a reply button or a quick reply. */
  via?: TapVia
}

/** A row of a list, a button of a template (WhatsApp), a postback button (Messenger, Instagram). */
export const TAP_VIAS = ['list', 'template', 'postback'] as const
type TapVia = (typeof TAP_VIAS)[number]

/** A card of a carousel, an article. */
export interface PhoneCard {
  title: string
  text?: string
  links: { title: string; url: string }[]
}

/** How far a line to the member has come; lines of members have none. */
export type LineReceipt = 'sent' | 'delivered' | 'read' | 'failed'

/** One message as it stands on the member's phone. */
export interface PhoneLine {
  id: string
  from: 'member' | 'bot' | 'agent' | 'relay'
  /** Epoch milliseconds. */
  at: number
  text?: string
  media?: { kind: string; url: string; name?: string }
  choices?: Choice[]
  cards?: PhoneCard[]
  receipt?: LineReceipt
}

export interface BotState {
  node: string
  /** Answers collected on the way, as Stella keeps them in `botMeta.tempData`. */
  answers: Record<string, string>
  /** How often the present question was not understood. */
  misses: number
  /** A person has just handed back: say hello briefly on the next inbound message. */
  greetAgain: boolean
}

/** A person on one channel. The same person on two channels is two members, as in Stella. */
export interface Member {
  /** The member's id in Stella, 24 hex digits. */
  id: string
  channel: string
  externalId: string
  name?: string
  locale?: string
  email?: string
  /** Name of a photo of the catalogue. */
  picture?: string
  tags: string[]
  liveChat: boolean
  bot: BotState
  thread: PhoneLine[]
  createdAt: number
  updatedAt: number
  version: number
}

export interface Token {
  token: string
  scopes: string[]
  /** Limits the token to the channels and integrations of one app; without it, it sees all. */
  app?: string
}

export interface Integration {
  id: string
  app?: string
  fields: Record<string, unknown>
}

/** One webhook that has not been answered with 2xx yet. */
export interface Delivery {
  id: number
  channel: string
  /** Deliveries of one lane go out one after the other, in order. */
  lane: string
  body: string
  /** Epoch milliseconds before which it stays here. */
  notBefore: number
  attempts: number
  createdAt: number
}

/** How far one person’s story has gone: lines of the script, of waiting, of answers to agents. */
export interface StoryProgress {
  script: number
  waiting: number
  answers: number
}

export interface DayProgress {
  historyPlayed: boolean
  /** How many turns of the plan have been played. */
  turns: number
  /** By external id. */
  stories: Record<string, StoryProgress>
}

/** All that survives a restart. */
export interface State {
  channels: Channel[]
  members: Member[]
  tokens: Token[]
  integrations: Integration[]
  deliveries: Delivery[]
  day: DayProgress
}

export const DEFAULT_APP = 'demo-app'
const DEFAULT_TOKEN = 'demo-access-token'

/** The least-privilege set of Facts §5.3. */
export const DEFAULT_SCOPES = [
  'bot:sendResponses',
  'bot:redirectMemberToNode',
  'file:waGet',
  'member:read',
  'member:write',
  'integration:read',
  'integration:write',
  'integration:delete',
]

export function newState(): State {
  return {
    channels: [],
    members: [],
    tokens: [{ token: DEFAULT_TOKEN, scopes: DEFAULT_SCOPES }],
    integrations: [],
    deliveries: [],
    day: { historyPlayed: false, turns: 0, stories: {} },
  }
}
