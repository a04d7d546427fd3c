import type { Said } from '@/lib/i18n/reason'
import type { Dialect, Platform } from './channel'
import type { ChannelSettings } from './channel-settings'
import type { Silence } from './silence'

/** A channel as admins see it. Times in epoch ms. */
export interface ChannelOverview {
  id: string
  name: string
  platform: Platform
  /** The name as an admin gave it; a reason where the connection was removed. */
  connection: { id: string; name: Said }
  stellaId: string
  externalId: string
  dialect: Dialect
  settings: ChannelSettings
  authorized: boolean
  paused: boolean
  connectedAt: number
  disconnectedAt: number | null
  pausedAt: number | null
  webhookUrl: string
  lastDeliveryAt?: number
  silence: Silence
  /** Deliveries turned away for their signature, in the last seven days. */
  rejected?: { today: number; week: number; lastAt: number }
}

/** With its secrets, of which nothing but the last four characters ever leaves the server. */
export interface WholeChannel extends ChannelOverview {
  secrets: { slot: number; hint: string; createdAt: number }[]
  /** Some event that Stella sent to it; absent while it waits for the first. */
  firstEventId?: number
}
