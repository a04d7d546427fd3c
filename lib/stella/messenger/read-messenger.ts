import { type MessageContext, toContext } from '@/lib/domain/message/message-context'
import type { NoticeFact } from '@/lib/domain/message/webhook-facts'
import { type Reason, reason } from '@/lib/i18n/reason'
import { readData } from '../normalized/read-data'
import { toHash } from '../reading/hash'
import {
  asArray,
  asId,
  asObject,
  asObjects,
  asText,
  type JsonObject,
  toCanonicalJson,
} from '../reading/json'
import type { InboundRead, ReadFact, UnnumberedReading } from '../reading/number-facts'
import { readMarks } from '../reading/read-marks'
import { readReferral } from '../reading/read-shared'
import {
  emptyReading,
  type ReadingContext,
  readPart,
  toChangeRule,
  toContentKey,
  Unreadable,
} from '../reading/reading'
import { toTime } from '../reading/time'
import { authorOfEcho, toEcho } from './read-messenger-echo'

/**
 * Raw Messenger and Instagram: a bare event, or the array it came in (`entry[].messaging[]`, `messaging[]`,
 * `messaging{}`, `standby[]`), because Stella's exact form is not documented (Facts §8).
 */
export function readMessenger(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const reading = emptyReading(body.object === 'instagram' ? 'instagram.raw' : 'messenger.raw')
  unwrap(body, reading).forEach((event, index) => {
    const rule = ruleToIgnore(event, context)
    if (rule) reading.ignored.push(rule)
    else readPart(reading, `event[${index}]`, () => readEvent(event, context))
  })
  if (reading.facts.length + reading.problems.length + reading.ignored.length === 0)
    reading.ignored.push(reason('delivery.rule.noEvents'))
  return reading
}

function unwrap(body: JsonObject, reading: UnnumberedReading): JsonObject[] {
  if (body.sender || body.recipient) return [body]
  const holders = body.entry ? asObjects(body.entry) : [body]
  return holders.flatMap((holder) => {
    const events = [holder.messaging, holder.standby].flatMap((each) => {
      const single = asObject(each)
      return single ? [single] : asObjects(each)
    })
    return [...events, ...asObjects(holder.changes).flatMap((change) => eventIn(change, reading))]
  })
}

/** Instagram tells the same events as changes too (Facts §9): those of a conversation name both of its ends. */
function eventIn(change: JsonObject, reading: UnnumberedReading): JsonObject[] {
  const value = asObject(change.value)
  if (value && asObject(value.sender) && asObject(value.recipient)) return [value]
  reading.ignored.push(toChangeRule(change))
  return []
}

/** Thread and account matters say nothing to whoever answers. */
const NO_MESSAGE = [
  'account_linking',
  'policy_enforcement',
  'app_roles',
  'pass_thread_control',
  'request_thread_control',
  'take_thread_control',
]

function ruleToIgnore(event: JsonObject, context: ReadingContext): Reason | undefined {
  // What an app wrote, Stella's or another, is shown by the outbound event.
  const said = asObject(event.message)
  if (said && isEcho(event, context) && authorOfEcho(said) === 'app')
    return reason('delivery.rule.echo')
  const kind = NO_MESSAGE.find((key) => key in event)
  if (kind) return reason('delivery.rule.noMessage', { type: kind })
  const isNameless = event.optin && asId(asObject(event.sender)?.id) === undefined
  return isNameless ? reason('delivery.rule.optIn') : undefined
}

/** The sender is the page: what it says is ours, also where no flag says so (Facts §8). */
function isOurs(event: JsonObject, context: ReadingContext): boolean {
  return asId(asObject(event.sender)?.id) === context.externalId
}

/** What was said, or said anew: an edit names the message that it changes. */
function saidIn(event: JsonObject): JsonObject | undefined {
  return asObject(event.message) ?? asObject(event.message_edit)
}

/** A message of our side that the platform tells us of, or the new words of one. */
function isEcho(event: JsonObject, context: ReadingContext): boolean {
  const message = saidIn(event)
  return message !== undefined && (message.is_echo === true || isOurs(event, context))
}

function readEvent(event: JsonObject, context: ReadingContext): ReadFact[] {
  const sender = asId(asObject(event.sender)?.id)
  if (!sender) throw new Unreadable(reason('delivery.problem.noSender'))
  const echo = isEcho(event, context)
  const ours = echo || isOurs(event, context)
  const memberExternalId = (ours && asId(asObject(event.recipient)?.id)) || sender
  const about = { memberExternalId, by: ours ? ('us' as const) : ('member' as const) }
  const marks = readMarks(event, about, event.timestamp, context)
  if (marks) return marks.length > 0 ? marks : unreadable(reason('delivery.problem.mark'))
  const at = toTime(event.timestamp, context.receivedAt)
  const message = saidIn(event)
  const mid = asId(message?.mid)
  if (message?.is_deleted === true)
    return mid
      ? [{ type: 'receipt', platformMessageId: mid, status: 'deleted', at }]
      : unreadable(reason('delivery.problem.deletion'))
  const isNotice = !message && !event.postback && (event.referral || event.optin)
  if (isNotice) return [toNotice(event, memberExternalId, at)]
  const inbound = toInbound(event, message, { memberExternalId, at })
  return [echo ? toEcho(event, message, inbound) : inbound]
}

function unreadable(why: Reason): never {
  throw new Unreadable(why)
}

function toNotice(event: JsonObject, memberExternalId: string, at: number): NoticeFact {
  const isOptIn = event.optin !== undefined
  const about = asObject(isOptIn ? event.optin : event.referral) ?? {}
  const referral = readReferral(about)
  return {
    type: 'notice',
    memberExternalId,
    notice: isOptIn ? 'opted-in' : 'came-by-link',
    detail: referral?.ref ?? referral?.title,
    key: toHash(toCanonicalJson([isOptIn, memberExternalId, at, about])),
    at,
  }
}

function toInbound(
  event: JsonObject,
  message: JsonObject | undefined,
  base: Pick<InboundRead, 'memberExternalId' | 'at'>,
): InboundRead {
  const postback = asObject(event.postback)
  const inbound = sayingOf(event, message, postback)
  const edited = event.message_edit ? new Date(base.at).toISOString() : undefined
  return {
    type: 'inbound',
    source: 'raw',
    ...base,
    platformMessageId: asId(message?.mid) ?? asId(postback?.mid),
    replyToPlatformId: asId(asObject(message?.reply_to)?.mid),
    context: contextOf(event, message, postback, edited),
    ...inbound,
    ...toContentKey(base.memberExternalId, inbound),
  }
}

function sayingOf(event: JsonObject, message?: JsonObject, postback?: JsonObject) {
  if (message?.is_unsupported === true)
    return { content: { type: 'unknown' as const, label: 'unsupported' }, media: [] }
  if (postback) return readData('PAYLOAD', { payload: postback.payload, text: postback.title })
  const tap = asObject(message?.quick_reply)
  if (message && tap) return readData('PAYLOAD', { payload: tap.payload, text: message.text })
  if (message) return readData('message', message)
  const label = Object.keys(event).find((key) => !COMMON.includes(key)) ?? 'event'
  return { content: { type: 'unknown' as const, label: asId(label) ?? 'event' }, media: [] }
}

const COMMON = ['sender', 'recipient', 'timestamp']

function contextOf(
  event: JsonObject,
  message: JsonObject | undefined,
  postback: JsonObject | undefined,
  editedAt: string | undefined,
): MessageContext | undefined {
  const referral = message?.referral ?? postback?.referral ?? event.referral
  const productId = asId(asObject(asObject(referral)?.product)?.id)
  const story = asObject(asObject(message?.reply_to)?.story)
  const mention = asArray(message?.attachments)
    .map(asObject)
    .find((each) => each?.type === 'story_mention')
  const url = asText(story?.url) ?? asText(asObject(mention?.payload)?.url)
  return toContext({
    referral: readReferral(referral),
    product: productId ? { productId } : undefined,
    story: story ? { kind: 'reply', url } : mention ? { kind: 'mention', url } : undefined,
    editedAt,
  })
}
