import type { OutboundFact, Reading } from '@/lib/domain/fact'
import { toHash } from './hash'
import { asId, asObject, asText, type JsonObject, toCanonicalJson } from './json'
import { readData } from './read-data'
import { toInbound } from './read-normalized'
import { emptyReading, type ReadingContext, readPart, Unreadable } from './reading'
import { toTime } from './time'

const AUTHORS: Record<string, OutboundFact['author']> = {
  BOT: 'bot',
  MANUAL: 'api',
  RELAY: 'relay',
}

/** What the bot, the API or a pairing channel said (channel-webhooks.txt "Outbound Messages"). */
export function readOutbound(body: JsonObject, context: ReadingContext): Reading {
  const type = asText(body.type) ?? ''
  const author = AUTHORS[type]
  const reading = emptyReading(`outbound.${type.toLowerCase().slice(0, 20)}`)
  readPart(reading, 'messageEvent', () => {
    const event = asObject(body.messageEvent)
    if (!author) throw new Unreadable(`an outbound event of unknown type ${type.slice(0, 40)}`)
    if (!event) throw new Unreadable('no message event')
    if (author === 'relay' && asId(event.to) === context.externalId)
      return [toInbound(event, context)]
    return [toOutbound(author, type, event, context)]
  })
  return reading
}

function toOutbound(
  author: OutboundFact['author'],
  type: string,
  event: JsonObject,
  context: ReadingContext,
): OutboundFact {
  const to = asId(event.to)
  const from = asId(event.from)
  const memberExternalId = to === context.externalId ? from : to
  if (!memberExternalId) throw new Unreadable('no recipient')
  const data = asObject(event.data) ?? {}
  const at = toTime(event.timestamp, context.receivedAt)
  return {
    type: 'outbound',
    author,
    memberExternalId,
    platformMessageId: asId(event.messageId),
    at,
    place: 0,
    fallbackKey: toHash([type, from, to, at, toCanonicalJson(data)].join('\n')),
    ...readData(asText(event.type) ?? 'unknown', data),
  }
}
