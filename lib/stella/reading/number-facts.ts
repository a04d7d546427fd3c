import type { Reading } from '@/lib/domain/fact'
import type { InboundFact, OutboundFact, WebhookFact } from '@/lib/domain/message/webhook-facts'

/** What a reader makes of a message. Which number it has in the delivery (`place`) it can't say: it may see only a part of that. */
export type InboundRead = Omit<InboundFact, 'place'>
export type OutboundRead = Omit<OutboundFact, 'place'>
export type ReadFact = Exclude<WebhookFact, InboundFact | OutboundFact> | InboundRead | OutboundRead

/** A reading whose messages have no numbers yet. */
export interface UnnumberedReading extends Omit<Reading, 'facts'> {
  facts: ReadFact[]
}

/**
 * The only one who numbers messages. Their ids and order derive from the number, so it counts everything that the whole
 * delivery told, in its order, messages or not: another way of counting would make other ids of the same log.
 */
export function numberFacts(reading: UnnumberedReading): Reading {
  const facts = reading.facts.map((fact, place) => (isLine(fact) ? { ...fact, place } : fact))
  return { ...reading, facts }
}

function isLine(fact: ReadFact): fact is InboundRead | OutboundRead {
  return fact.type === 'inbound' || fact.type === 'outbound'
}
