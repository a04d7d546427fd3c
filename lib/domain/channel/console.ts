import type { FieldPair } from '../log/compare-facts'
import type { Dialect, Platform } from './channel'
import type { ChannelSettings } from './channel-settings'
import type { Silence } from './silence'

/*
 * What the console says over HTTP about connections, channels, integrations and events. Times are ISO 8601 in UTC.
 * No secret is in any of it: of tokens and secrets at most the last four characters.
 */

export interface List<Item> {
  items: Item[]
  nextCursor: string | null
}

/** All of a connection that an admin sets, but its token. */
export interface ConnectionFields {
  name: string
  botUrl: string
  restUrl: string
  fileUrl: string
  responseKey: 'response' | 'responses'
  tokenParam: 'accessToken' | 'access_token'
  signatureHeader: string
  dialect: Dialect
}

export interface ConnectionView extends ConnectionFields {
  id: string
  tokenHint: string
  createdAt: string
  /** How many channels it has. */
  channels: number
  /** How many of them are not disconnected. */
  connected: number
}

const PROBE_STATES = [
  'answers',
  'no-scope',
  'no-token',
  'wrong-address',
  'wrong-setting',
  'unreached',
  'unclear',
  'unchecked',
] as const

/** What an API said when it was asked for something that does not exist; `scope` is empty where none is asked about. */
export interface ProbeView {
  api: string
  scope: string
  state: (typeof PROBE_STATES)[number]
  text: string
  dialect?: string
}

export interface ChannelView {
  id: string
  name: string
  platform: Platform
  connection: { id: string; name: string }
  stellaId: string
  externalId: string
  dialect: Dialect
  settings: ChannelSettings
  authorized: boolean
  paused: boolean
  connectedAt: string
  disconnectedAt?: string
  pausedAt?: string
  webhookUrl: string
  lastDeliveryAt?: string
  silence: Silence
  /** Deliveries turned away for their signature, in the last seven days. */
  rejected?: { today: number; week: number; lastAt?: string }
}

export interface ChannelDetail extends ChannelView {
  secrets: { slot: number; hint: string; createdAt: string }[]
  /** Some event that Stella sent to it; absent while it waits for the first. */
  firstEventId?: number
}

export interface NewChannel {
  connectionId: string
  name: string
  platform: Platform
  stellaId: string
  externalId: string
  secret: string
}

/** An integration at Stella, its credentials masked. */
export interface IntegrationView {
  id: string
  fields: Record<string, unknown>
}

export interface EventView {
  id: number
  kind: string
  channelId?: string
  conversationId?: string
  agentId?: string
  deliveries: number
  receivedAt: string
  /** Bytes. */
  size: number
  outcome: string
  reading?: string
  rule?: string
  error?: string
}

export interface EventDetail extends EventView {
  body: string
  bodyBase64: string
  sha256?: string
  headers: Record<string, string>
  lastDeliveredAt: string
  messages: number
  statuses: number
  duplicates: number
}

/** A row that an event made, or that it speaks of. */
export interface TouchedRow {
  table: 'messages' | 'activities' | 'receipts' | 'reactions' | 'channels'
  id: string
  relation: 'made' | 'named'
  conversationId?: string
  text: string
}

/** What today's reader makes of an event, what it changed, and its other form. */
export interface InspectionView {
  signature?: { header?: string; state: 'valid' | 'not-kept' | 'secret-gone'; text: string }
  reading?: { name?: string; facts: unknown[]; ignored: string[]; problems: string[] }
  rows: TouchedRow[]
  twin?: { id: number; raw: number; normalized: number; body: string; fields: FieldPair[] }
}

export interface ReplayView {
  dryRun: boolean
  events: { id: number; before: string; after: string; error?: string }[]
  changed: { messages: number; conversations: number }
}

/**
 * Where every delivery went (architecture.md "Replay and the sum"). `received` is the sum of the six numbers under it,
 * because each delivery is either the first of its event, and an event has one outcome or none yet, or a repeat of it.
 */
export interface EventSum {
  received: number
  /** Brought a line to a thread. */
  messages: number
  /** Changed something without a line of its own: receipts, reactions, notices, deauthorize (decision 0017). */
  statuses: number
  /** Said again what an earlier delivery said: in other bytes, such as raw and normalized, or in the same ones. */
  duplicates: number
  ignored: number
  quarantined: number
  /** Not folded yet. */
  inWork: number
  /** `ignored` by the named rule, the most frequent first; what is beyond `RULES_MAX` rules is counted together. */
  ignoredBy: { rule: string; count: number }[]
  /** Parts of the numbers above; they add nothing to the sum. */
  ofWhich: {
    /** Of `statuses`: those that carry no receipt, watermark or reaction, such as deauthorize or a changed number. */
    reports: number
    /** Of `duplicates`: the same bytes once more. */
    repeats: number
  }
}

export interface LabStepView {
  name: 'Header' | 'Signature' | 'Bytes' | 'Secret'
  state: 'ok' | 'differs' | 'unknown'
  text: string
}

export interface LabView {
  /** It would be accepted as it was pasted. */
  accepted: boolean
  steps: LabStepView[]
}
