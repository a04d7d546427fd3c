import type { Said } from '@/lib/i18n/reason'
import type { Platform } from '../channel/channel'
import type { FullMessage } from '../message/full-message'

/** What the outbox page tells apart: what waits for its turn, what went wrong, what nobody knows, what waits for its time. */
export const OUTBOX_STATES = ['waiting', 'failed', 'unconfirmed', 'scheduled'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** A reply that is not settled, with whom it is for. */
export interface OutboxItem {
  message: FullMessage
  memberName: string
  channel: { id: string; name: string; platform: Platform }
}

/** One page of a state, oldest first, and how many replies each state holds. */
export interface OutboxPage {
  items: OutboxItem[]
  nextCursor: string | null
  counts: Record<OutboxState, number>
}

/** What was done with many replies at once, and why not with the others. */
export interface OutboxResult {
  done: string[]
  refused: { messageId: string; reason: Said }[]
}

/** A connection through which no replies go out for now. Times in epoch ms. */
export interface Outage {
  connectionId: string
  name: string
  channelIds: string[]
  reason: Said
  since: number
  /** When it is tried again. */
  until: number
  /** It is being tried at this moment. */
  probing: boolean
  /** How many replies wait for it. */
  waiting: number
}
