import { toSpan } from '@/lib/domain/measures'
import type { ChannelView } from '@/lib/view/channel-view'

type Facts = Pick<ChannelView, 'authorized' | 'paused' | 'silence' | 'lastDeliveryAt' | 'rejected'>

/** The state of a channel in a word or two, and how good that is. */
export function stateOf(channel: Facts): { words: string; tone: 'ok' | 'wait' | 'bad' } {
  if (!channel.authorized) return { words: 'Disconnected', tone: 'bad' }
  if (channel.paused) return { words: 'Paused', tone: 'wait' }
  if (channel.silence.state === 'silent') return { words: 'Silent', tone: 'bad' }
  if (!channel.lastDeliveryAt) return { words: 'Waiting for the first event', tone: 'wait' }
  return { words: 'Connected', tone: 'ok' }
}

/** Why a silent channel is called so; undefined for all others. */
export function silenceWords({ silence }: Pick<ChannelView, 'silence'>): string | undefined {
  if (silence.state !== 'silent') return undefined
  const { hours, usual, weeks } = silence
  const since = hours === 1 ? 'an hour' : `${hours} hours`
  return `Nothing has come for ${since}. In the ${weeks} weeks before there were usually ${usual} deliveries in these hours of the week.`
}

/** When the last delivery came, against `now` in epoch ms. */
export function lastWords({ lastDeliveryAt }: Facts, now: number | undefined): string {
  if (!lastDeliveryAt) return 'No delivery yet'
  if (now === undefined) return 'Last delivery …'
  const ago = toSpan(now - Date.parse(lastDeliveryAt))
  return ago === 'now' ? 'Last delivery just now' : `Last delivery ${ago} ago`
}

/** How many deliveries were turned away; undefined for none. */
export function rejectedWords({ rejected }: Pick<ChannelView, 'rejected'>): string | undefined {
  if (!rejected || rejected.week === 0) return undefined
  const count = (value: number) => (value === 1 ? '1 delivery' : `${value} deliveries`)
  return rejected.today > 0
    ? `${count(rejected.today)} with a wrong signature today, ${rejected.week} in seven days`
    : `${count(rejected.week)} with a wrong signature in seven days`
}
