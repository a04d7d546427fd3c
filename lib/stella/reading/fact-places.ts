import type { Reading } from '@/lib/domain/fact'
import type { InboundFact, OutboundFact, WebhookFact } from '@/lib/domain/message/webhook-facts'

/** What a reader makes of a message. It can't say in which place of the delivery it stands: it may see only a part of that. */
export type InboundRead = Omit<InboundFact, 'place'>
export type OutboundRead = Omit<OutboundFact, 'place'>
export type ReadFact = Exclude<WebhookFact, InboundFact | OutboundFact> | InboundRead | OutboundRead

/** A reading whose lines have no places yet. */
export interface Unplaced extends Omit<Reading, 'facts'> {
  facts: ReadFact[]
}

/**
 * The one place where places are given. Ids and the order of lines derive from them, so they count everything that the
 * whole delivery told, in its order, messages or not: another way of counting would make other ids of the same log.
 */
export function withPlaces(reading: Unplaced): Reading {
  const facts = reading.facts.map((fact, place) => (isLine(fact) ? { ...fact, place } : fact))
  return { ...reading, facts }
}

function isLine(fact: ReadFact): fact is InboundRead | OutboundRead {
  return fact.type === 'inbound' || fact.type === 'outbound'
}
