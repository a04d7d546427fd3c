import type { InboundFact, Reading } from '@/lib/domain/fact'
import { asId, asObject, asText, type JsonObject } from './json'
import { readData } from './read-data'
import { emptyReading, type ReadingContext, readPart, toContentKey, Unreadable } from './reading'
import { toTime } from './time'

/** Types that report on messages or threads and are no message themselves (platform.md §3.3). */
const NO_MESSAGE = new Set([
  'DELIVERY',
  'READ',
  'ECHO',
  'OPTIN',
  'ACCOUNT_LINKING',
  'POLICY_ENFORCEMENT',
  'APP_ROLES',
  'PASS_THREAD_CONTROL',
  'REQUEST_THREAD_CONTROL',
  'TAKE_THREAD_CONTROL',
])

/** A normalized inbound event (channel-webhooks.txt "Normalized Inbound Messages"). WhatsApp's carry no message id. */
export function readNormalized(body: JsonObject, context: ReadingContext): Reading {
  const reading = emptyReading('normalized')
  const type = asText(body.type) ?? ''
  if (NO_MESSAGE.has(type.toUpperCase())) reading.ignored.push(`no message: ${type.toUpperCase()}`)
  else readPart(reading, 'event', () => [toInbound(body, context)])
  return reading
}

/** One message event that a member sent, as an inbound fact. Also serves RELAY events from the member. */
export function toInbound(event: JsonObject, context: ReadingContext): InboundFact {
  const memberExternalId = asId(event.from)
  if (!memberExternalId) throw new Unreadable('no sender')
  const said = readData(asText(event.type) ?? 'unknown', asObject(event.data) ?? {})
  return {
    type: 'inbound',
    source: 'normalized',
    memberExternalId,
    platformMessageId: asId(event.messageId),
    at: toTime(event.timestamp, context.receivedAt),
    place: 0,
    ...said,
    ...toContentKey(memberExternalId, said),
  }
}
