import { type MessageContext, toContext } from '@/lib/domain/context'
import type { Reading } from '@/lib/domain/fact'
import type { InboundFact, ReactionFact, WebhookFact } from '@/lib/domain/webhook-facts'
import { asArray, asId, asObject, asObjects, asText, type Json, type JsonObject } from './json'
import { readReferral, toEmoji, toReason } from './read-shared'
import { readContent, typeOf } from './read-whatsapp-content'
import { readStatus } from './read-whatsapp-status'
import { readSystem } from './read-whatsapp-system'
import { emptyReading, type ReadingContext, readPart, toContentKey, Unreadable } from './reading'
import { toTime } from './time'

/**
 * Raw WhatsApp, flat as channel-webhooks.txt prints it or in the Cloud envelope (Facts §7.1). A body may
 * hold several messages, statuses and errors; each stands alone.
 */
export function readWhatsApp(body: JsonObject, context: ReadingContext): Reading {
  const reading = emptyReading(body.object ? 'whatsapp.cloud' : 'whatsapp.raw')
  for (const [index, value] of unwrap(body, reading).entries())
    readValue(reading, value, index * PLACES_A_VALUE, context)
  const isEmpty = reading.facts.length === 0 && reading.problems.length === 0
  if (isEmpty && reading.ignored.length === 0) reading.ignored.push('no messages and no statuses')
  return reading
}

/** Keeps the places of messages in different envelopes of one body apart. */
const PLACES_A_VALUE = 1_000

function unwrap(body: JsonObject, reading: Reading): JsonObject[] {
  if (body.object !== 'whatsapp_business_account') return [body]
  const changes = asObjects(body.entry).flatMap((entry) => asObjects(entry.changes))
  return changes.flatMap((change) => {
    const value = asObject(change.value)
    if (value && isTalk(value)) return [value]
    reading.ignored.push(`a change of ${asId(change.field) ?? 'nothing named'}`)
    return []
  })
}

function isTalk(value: JsonObject): boolean {
  return ['messages', 'statuses', 'errors'].some((key) => Array.isArray(value[key]))
}

function readValue(reading: Reading, value: JsonObject, base: number, context: ReadingContext) {
  const contacts = asObjects(value.contacts)
  asArray(value.messages).forEach((message, index) => {
    readPart(reading, `messages[${index}]`, () =>
      readMessage(message, contacts, base + index, context),
    )
  })
  asArray(value.statuses).forEach((status, index) => {
    readPart(reading, `statuses[${index}]`, () => readStatus(reading, status, context))
  })
  for (const error of asArray(value.errors))
    reading.ignored.push(`an error report of the platform: ${toReason(error)}`)
}

function readMessage(
  value: Json,
  contacts: JsonObject[],
  place: number,
  context: ReadingContext,
): WebhookFact[] {
  const message = asObject(value)
  if (!message) throw new Unreadable('not an object')
  const system = readSystem(message, context)
  if (system) return [system]
  const sender = senderOf(message, contacts)
  if (!sender.id) throw new Unreadable('no sender')
  return typeOf(message) === 'reaction'
    ? [toReaction(message, sender.id, context)]
    : [toInbound(message, { ...sender, id: sender.id }, place, context)]
}

interface Sender {
  id?: string
  /** The user id that goes with a phone number (Facts §7.3 "BSUID"). */
  otherId?: string
  name?: string
}

/** Phone numbers may be hidden: then a user id is all there is (Facts §7.3). */
function senderOf(message: JsonObject, contacts: JsonObject[]): Sender {
  const from = asId(message.from)
  const contact = contacts.find((each) => asId(each.wa_id) === from) ?? contacts[0]
  const number = from ?? asId(contact?.wa_id)
  const userId = asId(message.from_user_id) ?? asId(contact?.user_id)
  const profile = asObject(contact?.profile)
  const name = (asText(profile?.name) ?? asText(profile?.username))?.trim()
  return {
    id: number ?? userId,
    otherId: number && userId !== number ? userId : undefined,
    name: name || undefined,
  }
}

function toInbound(
  message: JsonObject,
  sender: Sender & { id: string },
  place: number,
  context: ReadingContext,
): InboundFact {
  // A group has one thread, which is not named after whoever wrote in it last.
  const groupId = asId(message.group_id) ?? asId(asObject(message.context)?.group_id)
  const memberExternalId = groupId ?? sender.id
  const said = readContent(message)
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: asId(message.id),
    at: toTime(message.timestamp, context.receivedAt),
    place,
    replyToPlatformId: asId(asObject(message.context)?.id),
    profileName: groupId ? undefined : sender.name,
    alsoKnownAs: groupId ? undefined : sender.otherId,
    context: contextOf(message, groupId ? (sender.name ?? sender.id) : undefined),
    ...said,
    ...toContentKey(memberExternalId, said),
  }
}

function contextOf(message: JsonObject, sender: string | undefined): MessageContext | undefined {
  const context = asObject(message.context)
  const product = asObject(context?.referred_product)
  const productId = asId(product?.product_retailer_id)
  return toContext({
    sender,
    forwarded: context?.frequently_forwarded ? 'often' : context?.forwarded ? 'once' : undefined,
    referral: readReferral(message.referral),
    product: productId ? { productId, catalogId: asId(product?.catalog_id) } : undefined,
  })
}

/** An empty or missing emoji takes the reaction away; a sample of Meta's spells `messsage_id` (Facts §7.2). */
function toReaction(message: JsonObject, sender: string, context: ReadingContext): ReactionFact {
  const reaction = asObject(message.reaction)
  const platformMessageId = asId(reaction?.message_id) ?? asId(reaction?.messsage_id)
  if (!platformMessageId) throw new Unreadable('a reaction that names no message')
  return {
    type: 'reaction',
    memberExternalId: sender,
    by: 'member',
    platformMessageId,
    emoji: toEmoji(reaction?.emoji),
    at: toTime(message.timestamp, context.receivedAt),
  }
}
