import { quotedIn, reason, type Said } from '@/lib/i18n/reason'

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

/** How each is called: names of products, which are the same in every language, and one of ours. */
export const PLATFORM_NAMES: Record<Platform, Said> = {
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  instagram: 'Instagram',
  web: reason('channel.rule.webChat'),
  wechat: 'WeChat',
  slack: 'Slack',
  telegram: 'Telegram',
}

/** Which generation of events a channel sends: `woztell` adds statuses and member changes (Facts §3.5). */
export const DIALECTS = ['stella', 'woztell'] as const
export type Dialect = (typeof DIALECTS)[number]

/**
 * Characters of one text message: the smaller of Stella's and the platform's own limit
 * (Facts §4.1, §4.2, §4.3, §7.5). Where no page names one, Stella's 2,000 stands.
 */
export const TEXT_LENGTH_MAX = 2_000

const WINDOW_HOURS: Partial<Record<Platform, number>> = {
  whatsapp: 24,
  messenger: 24,
  instagram: 24,
}

/** How long after the member's last message free text may be sent; undefined where no limit is known (Facts §7.5). */
export function replyWindowMs(platform: Platform): number | undefined {
  const hours = WINDOW_HOURS[platform]
  return hours === undefined ? undefined : hours * 3_600_000
}

/**
 * When free text stops being possible, in epoch ms. Computed from the last inbound message, never stored. `refusedAt`:
 * the platform said that it had closed; what the member writes after that opens it again.
 */
export function windowClosesAt(
  platform: Platform,
  lastInboundAt?: number,
  refusedAt?: number,
): number | undefined {
  const window = replyWindowMs(platform)
  if (window === undefined) return undefined
  if (lastInboundAt === undefined) return refusedAt
  const closesAt = lastInboundAt + window
  return isWindowRefused(lastInboundAt, refusedAt) ? Math.min(closesAt, refusedAt) : closesAt
}

/** Whether the platform's last word is that the window has closed. */
export function isWindowRefused(
  lastInboundAt: number | undefined,
  refusedAt: number | undefined,
): refusedAt is number {
  return refusedAt !== undefined && refusedAt > (lastInboundAt ?? 0)
}

/** WhatsApp's codes for a message outside the window: on-premises and Cloud (Facts §7.5). A title may follow. */
const WINDOW_CODES = /(?:^|\()(?:470|131047)\b[^()]*\)?$/

/** Whether a reason, which ends with the platform's code, says that the reply window has closed. */
export function saysWindowClosed(said: Said | null | undefined): boolean {
  return WINDOW_CODES.test(quotedIn(said ?? ''))
}
