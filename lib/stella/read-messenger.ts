import type { InboundFact, Reading } from '@/lib/domain/fact'
import { asId, asObject, asObjects, asText, type JsonObject } from './json'
import { readData } from './read-data'
import { emptyReading, type ReadingContext, readPart, toContentKey, Unreadable } from './reading'
import { toTime } from './time'

/**
 * Raw Messenger and Instagram: a bare event, or the array it came in (`entry[].messaging[]`, `messaging[]`,
 * `messaging{}`), because Stella's exact form is not documented (platform.md §8).
 */
export function readMessenger(body: JsonObject, context: ReadingContext): Reading {
  const reading = emptyReading(body.object === 'instagram' ? 'instagram.raw' : 'messenger.raw')
  unwrap(body).forEach((event, place) => {
    const kind = noMessageKind(event)
    if (kind) reading.ignored.push(`no message: ${kind}`)
    else readPart(reading, `event[${place}]`, () => [toInbound(event, place, context)])
  })
  if (reading.facts.length + reading.problems.length + reading.ignored.length === 0)
    reading.ignored.push('no events')
  return reading
}

function unwrap(body: JsonObject): JsonObject[] {
  if (body.sender || body.recipient) return [body]
  const holders = body.entry ? asObjects(body.entry) : [body]
  return holders.flatMap(({ messaging }) => {
    const single = asObject(messaging)
    return single ? [single] : asObjects(messaging)
  })
}

function noMessageKind(event: JsonObject): string | undefined {
  const message = asObject(event.message)
  if (message?.is_echo === true) return 'echo'
  if (message || event.postback) return undefined
  return ['delivery', 'read', 'reaction', 'optin', 'referral'].find((key) => key in event)
}

function toInbound(event: JsonObject, place: number, context: ReadingContext): InboundFact {
  const memberExternalId = asId(asObject(event.sender)?.id)
  if (!memberExternalId) throw new Unreadable('no sender')
  const message = asObject(event.message)
  const postback = asObject(event.postback)
  const said = message
    ? readData('message', { ...message, payload: asObject(message.quick_reply)?.payload })
    : readData('PAYLOAD', { payload: postback?.payload, text: postback?.title })
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: asId(message?.mid) ?? asId(postback?.mid),
    at: toTime(event.timestamp, context.receivedAt),
    place,
    replyToPlatformId: asText(asObject(message?.reply_to)?.mid),
    ...said,
    ...toContentKey(memberExternalId, said),
  }
}
