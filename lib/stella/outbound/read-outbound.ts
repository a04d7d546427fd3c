import type { OutboundFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import { readData } from '../normalized/read-data'
import { readMessageEvent } from '../normalized/read-normalized'
import { toHash } from '../reading/hash'
import { asId, asObject, asText, type JsonObject, toCanonicalJson, toLabel } from '../reading/json'
import type { ReadFact, UnnumberedReading } from '../reading/number-facts'
import { toEmoji } from '../reading/read-shared'
import { emptyReading, type ReadingContext, readPart, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { asTyped } from '../slack/read-slack-text'

const AUTHORS: Record<string, OutboundFact['author']> = {
  BOT: 'bot',
  MANUAL: 'api',
  RELAY: 'relay',
}

/** What the bot, the API or a pairing channel said (channel-webhooks.txt "Outbound Messages"). */
export function readOutbound(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const type = asText(body.type) ?? ''
  const author = Object.hasOwn(AUTHORS, type) ? AUTHORS[type] : undefined
  const reading = emptyReading(`outbound.${toLabel(type.toLowerCase(), 20)}`)
  readPart(reading, 'messageEvent', () => {
    const event = asObject(body.messageEvent)
    if (!author)
      throw new Unreadable(reason('delivery.problem.outboundType', { type: toLabel(type) }))
    if (!event) throw new Unreadable(reason('delivery.problem.noMessageEvent'))
    if (author === 'relay' && asId(event.to) === context.externalId)
      return readMessageEvent(event, context)
    return [toFact(author, type, event, context)]
  })
  if (reading.facts.length + reading.problems.length === 0)
    reading.ignored.push(reason('delivery.rule.relayedMark'))
  return reading
}

function toFact(
  author: OutboundFact['author'],
  type: string,
  event: JsonObject,
  context: ReadingContext,
): ReadFact {
  const to = asId(event.to)
  const from = asId(event.from)
  const memberExternalId = to === context.externalId ? from : to
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.noRecipient'))
  const data = asObject(event.data) ?? {}
  const at = toTime(event.timestamp, context.receivedAt)
  const name = asText(event.type) ?? 'unknown'
  if (name === 'REACT' || name === 'UNREACT') return toReaction(name, data, memberExternalId, at)
  return {
    type: 'outbound',
    author,
    memberExternalId,
    platformMessageId: asId(event.messageId),
    at,
    fallbackKey: toHash([type, from, to, at, toCanonicalJson(data)].join('\n')),
    // What went by the API is kept as it was sent: a reply of ours is known again by its words.
    ...(author === 'api' ? readData(name, data) : asTyped(readData(name, data), context)),
  }
}

/** Our side puts a sign on a message of the member, or takes it off (Facts §4.3). */
function toReaction(
  name: string,
  data: JsonObject,
  memberExternalId: string,
  at: number,
): ReadFact {
  const platformMessageId = asId(data.message_id) ?? asId(data.messageId)
  if (!platformMessageId) throw new Unreadable(reason('delivery.problem.reaction'))
  const emoji = name === 'UNREACT' ? undefined : toEmoji(data.emoji, data.reaction)
  return { type: 'reaction', memberExternalId, by: 'us', platformMessageId, emoji, at }
}
