import type { Hop, Passport } from '@/lib/domain/message/passport'
import { toIso } from './iso'

/** One stop of a message on its way. Times are ISO 8601 in UTC. */
export interface HopView extends Omit<Hop, 'at'> {
  at: string
}

export interface PassportView extends Omit<Passport, 'hops'> {
  hops: HopView[]
}

export function toPassportView({ hops, ...passport }: Passport): PassportView {
  return { hops: hops.map(toHopView), ...passport }
}

function toHopView(hop: Hop): HopView {
  return { ...hop, at: toIso(hop.at) }
}
