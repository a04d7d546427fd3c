import { reason } from '@/lib/i18n/reason'
import { asArray, asId, asObject, asText, type Json, type JsonObject } from '../reading/json'
import type { UnnumberedReading } from '../reading/number-facts'
import { toReason } from '../reading/read-shared'
import { emptyReading, type ReadingContext, readPart, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { isReceipt } from '../whatsapp/read-whatsapp-status'

/*
 * What newer versions of the platform add (Facts §3.5). Read only where the connection's dialect says so:
 * for others such an event is ignored by a named rule, and can be replayed after the channel was connected anew.
 */

const OTHER_DIALECT = reason('delivery.rule.otherDialect')
const STATUSES = ['SENT', 'DELIVERED', 'READ', 'FAILED', 'DELETED']
const EXTRA = ['MEMBER_UPDATE', 'BATCH_MEMBER_UPDATE', 'NODE_TRIGGER']

/** A receipt in the form of a message event: it names its message, and no watermark. */
export function isWoztellStatus(body: JsonObject): boolean {
  const type = asText(body.type)?.toUpperCase() ?? ''
  const data = asObject(body.data)
  if (!STATUSES.includes(type) || asObject(data?.read)) return false
  // READ is Stella's own word too, and then it names no message.
  return type !== 'READ' || (asId(body.messageId) ?? asId(data?.messageId)) !== undefined
}

export function readWoztellStatus(
  reading: UnnumberedReading,
  body: JsonObject,
  context: ReadingContext,
) {
  if (context.dialect !== 'woztell') {
    reading.ignored.push(OTHER_DIALECT)
    return
  }
  readPart(reading, 'event', () => {
    const data = asObject(body.data)
    const platformMessageId = asId(body.messageId) ?? asId(data?.messageId)
    const status = asText(body.type)?.toLowerCase()
    if (!platformMessageId || !isReceipt(status))
      throw new Unreadable(reason('delivery.problem.noMessageId'))
    const errors = [...asArray(data?.errors), ...asArray(body.errors), data?.error, body.error]
    const error = status === 'failed' ? toReason(errors.find(asObject)) : undefined
    const at = toTime(body.timestamp, context.receivedAt)
    return [{ type: 'receipt', platformMessageId, status, at, error }]
  })
}

/** MEMBER_UPDATE and its kin: no message, but a reason to read the member at Stella. */
export function isWoztellExtra(body: JsonObject): boolean {
  return EXTRA.includes(asText(body.type) ?? '')
}

export function readWoztellExtra(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const reading = emptyReading('woztell')
  if (context.dialect !== 'woztell') reading.ignored.push(OTHER_DIALECT)
  else if (body.type === 'NODE_TRIGGER') reading.ignored.push(reason('delivery.rule.botNode'))
  else readPart(reading, 'members', () => toChanges(body))
  return reading
}

function toChanges(body: JsonObject) {
  const given = [...asArray(body.members), body.member, body.memberId, body.memberExternalId]
  const ids = new Set(given.flatMap((member) => idOf(member) ?? []))
  if (ids.size === 0) throw new Unreadable(reason('delivery.problem.memberChange'))
  return [...ids].map((member) => ({ type: 'member-changed' as const, member }))
}

function idOf(member: Json): string | undefined {
  const object = asObject(member)
  return object ? (asId(object._id) ?? asId(object.id) ?? asId(object.externalId)) : asId(member)
}
