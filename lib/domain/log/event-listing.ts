import type { Said } from '@/lib/i18n/reason'

/** An event with its outcome, as the log lists it. Times in epoch ms. */
export interface EventListing {
  id: number
  kind: string
  channelId: string | null
  conversationId: string | null
  agentId: string | null
  deliveries: number
  receivedAt: number
  /** Bytes. */
  size: number
  outcome: string | null
  reading: string | null
  /** Where it was ignored. */
  rule: Said | null
  error: Said | null
}

/** An event with its bytes. */
export interface WholeEvent extends EventListing {
  body: Uint8Array
  headers: Record<string, string> | null
  sha256: Uint8Array | null
  lastDeliveredAt: number
  messages: number | null
  statuses: number | null
  duplicates: number | null
}
