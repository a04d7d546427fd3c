import { toContext } from '@/lib/domain/message/message-context'
import type { NoticeFact } from '@/lib/domain/message/webhook-facts'
import { type Reason, reason } from '@/lib/i18n/reason'
import { toHash } from '../reading/hash'
import { asId, asObject, asText, type JsonObject, toCanonicalJson } from '../reading/json'
import type { InboundRead, ReadFact, UnnumberedReading } from '../reading/number-facts'
import { readMarks } from '../reading/read-marks'
import { readReferral } from '../reading/read-shared'
import {
  emptyReading,
  type ReadingContext,
  readPart,
  toContentKey,
  Unreadable,
} from '../reading/reading'
import { toTime } from '../reading/time'
import { asTyped } from '../slack/read-slack-text'
import { isWoztellStatus, readWoztellStatus } from '../woztell/read-woztell'
import { readData } from './read-data'

/** Types that report on threads and accounts, and say nothing to whoever answers (Facts §3.3). */
const NO_MESSAGE = new Set([
  'ECHO',
  'ACCOUNT_LINKING',
  'POLICY_ENFORCEMENT',
  'APP_ROLES',
  'PASS_THREAD_CONTROL',
  'REQUEST_THREAD_CONTROL',
  'TAKE_THREAD_CONTROL',
])

/** A normalized inbound event (channel-webhooks.txt "Normalized Inbound Messages"). WhatsApp's carry no message id. */
export function readNormalized(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const reading = emptyReading('normalized')
  const type = (asText(body.type) ?? '').toUpperCase()
  if (NO_MESSAGE.has(type)) reading.ignored.push(toRule(type))
  else if (isWoztellStatus(body)) readWoztellStatus(reading, body, context)
  else readPart(reading, 'event', () => readMessageEvent(body, context))
  if (reading.facts.length + reading.ignored.length + reading.problems.length === 0)
    reading.ignored.push(reason('delivery.rule.namesNothing', { type }))
  return reading
}

function toRule(type: string): Reason {
  return type === 'ECHO'
    ? reason('delivery.rule.echo')
    : reason('delivery.rule.noMessage', { type })
}

/** One message event from a member. Also serves RELAY events that come from the member. */
export function readMessageEvent(event: JsonObject, context: ReadingContext): ReadFact[] {
  const memberExternalId = asId(event.from)
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.noSender'))
  const data = asObject(event.data) ?? {}
  const marks = readMarks(data, { memberExternalId, by: 'member' }, event.timestamp, context)
  if (marks) return marks
  const type = (asText(event.type) ?? '').toUpperCase()
  if (type === 'DELIVERY' || type === 'READ') return []
  if (type === 'REFERRAL' || type === 'OPTIN')
    return [toNotice(event, data, memberExternalId, context)]
  return [toInbound(event, data, memberExternalId, context)]
}

function toInbound(
  event: JsonObject,
  data: JsonObject,
  memberExternalId: string,
  context: ReadingContext,
): InboundRead {
  const fact = asTyped(readData(asText(event.type) ?? 'unknown', data), context)
  return {
    type: 'inbound',
    source: 'normalized',
    memberExternalId,
    platformMessageId: asId(event.messageId),
    at: toTime(event.timestamp, context.receivedAt),
    context: toContext({ referral: readReferral(data.referral) }),
    stellaMemberId: context.dialect === 'woztell' ? asId(event.member) : undefined,
    ...fact,
    ...toContentKey(memberExternalId, fact),
  }
}

/** The member came by a link, or ticked a box: no words, but worth a line (Facts §3.3). */
function toNotice(
  event: JsonObject,
  data: JsonObject,
  memberExternalId: string,
  context: ReadingContext,
): NoticeFact {
  const isOptIn = asText(event.type)?.toUpperCase() === 'OPTIN'
  const about = asObject(isOptIn ? data.optin : data.referral) ?? data
  const at = toTime(event.timestamp, context.receivedAt)
  return {
    type: 'notice',
    memberExternalId,
    notice: isOptIn ? 'opted-in' : 'came-by-link',
    detail: asId(about.ref),
    key: toHash(toCanonicalJson([event.type, memberExternalId, at, data])),
    at,
  }
}
