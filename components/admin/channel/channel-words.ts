import { type Reason, reason } from '@/lib/i18n/reason'
import type { ChannelView } from '@/lib/view/channel-view'

type Facts = Pick<ChannelView, 'authorized' | 'paused' | 'silence' | 'lastDeliveryAt' | 'rejected'>

const MINUTE_MS = 60_000

/** The state of a channel in a word or two, and how good that is. */
export function stateOf(channel: Facts): { words: Reason; tone: 'ok' | 'wait' | 'bad' } {
  if (!channel.authorized) return { words: reason('channelAdmin.state.disconnected'), tone: 'bad' }
  if (channel.paused) return { words: reason('channelAdmin.state.paused'), tone: 'wait' }
  if (channel.silence.state === 'silent')
    return { words: reason('channelAdmin.state.silent'), tone: 'bad' }
  if (!channel.lastDeliveryAt) return { words: reason('channelAdmin.state.waiting'), tone: 'wait' }
  return { words: reason('channelAdmin.state.connected'), tone: 'ok' }
}

/** Why a silent channel is called so; undefined for all others. */
export function silenceWords({ silence }: Pick<ChannelView, 'silence'>): Reason | undefined {
  if (silence.state !== 'silent') return undefined
  const { hours, usual, weeks } = silence
  return reason('channelAdmin.health.silence', { hours, usual, weeks })
}

/** When the last delivery came, against `now` in epoch ms. */
export function lastWords({ lastDeliveryAt }: Facts, now: number | undefined): Reason {
  if (!lastDeliveryAt) return reason('channelAdmin.health.noneYet')
  if (now === undefined) return reason('channelAdmin.health.lastUnknown')
  const ms = now - Date.parse(lastDeliveryAt)
  return ms < MINUTE_MS
    ? reason('channelAdmin.health.lastNow')
    : reason('channelAdmin.health.lastAgo', { span: { ms } })
}

/** How many deliveries were turned away; undefined for none. */
export function rejectedWords({ rejected }: Pick<ChannelView, 'rejected'>): Reason | undefined {
  if (!rejected || rejected.week === 0) return undefined
  const { today, week } = rejected
  return today > 0
    ? reason('channelAdmin.health.rejectedToday', { today, week })
    : reason('channelAdmin.health.rejectedWeek', { week })
}
