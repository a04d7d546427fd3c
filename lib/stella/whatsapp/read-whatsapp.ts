import { reason } from '@/lib/i18n/reason'
import { asArray, asId, asObject, asObjects, type Json, type JsonObject } from '../reading/json'
import type { ReadFact, UnnumberedReading } from '../reading/number-facts'
import { toReason } from '../reading/read-shared'
import { emptyReading, type ReadingContext, readPart, toChangeRule } from '../reading/reading'
import { readCall } from './read-whatsapp-call'
import { readEcho, recipientOf } from './read-whatsapp-echo'
import { readMessage, senderOf } from './read-whatsapp-message'
import { type Person, readPeople, readSameMembers } from './read-whatsapp-people'
import { readPreference } from './read-whatsapp-preference'
import { readStatus, recipientOfStatus } from './read-whatsapp-status'

/**
 * Raw WhatsApp, flat as channel-webhooks.txt prints it or in the Cloud envelope (Facts §7.1). A body may
 * hold several messages, statuses and errors; each stands alone.
 */
export function readWhatsApp(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const reading = emptyReading(body.object ? 'whatsapp.cloud' : 'whatsapp.raw')
  for (const value of unwrap(body, reading)) readValue(reading, value, context)
  const isEmpty = reading.facts.length === 0 && reading.problems.length === 0
  if (isEmpty && reading.ignored.length === 0)
    reading.ignored.push(reason('delivery.rule.nothingInside'))
  return reading
}

function unwrap(body: JsonObject, reading: UnnumberedReading): JsonObject[] {
  if (body.object !== 'whatsapp_business_account') return [body]
  const changes = asObjects(body.entry).flatMap((entry) => asObjects(entry.changes))
  return changes.flatMap((change) => {
    const value = asObject(change.value)
    const isRead = value && (tellsOfConversation(value) || tellsOfNames(value, change.field))
    if (isRead) return [value]
    reading.ignored.push(toChangeRule(change))
    return []
  })
}

/** The arrays in which a body tells of a conversation, whatever the change is called and with or without an envelope. */
const CONVERSATION_KEYS = [
  'messages',
  'statuses',
  'errors',
  'message_echoes',
  'calls',
  'user_preferences',
]

/** Whether a body, or one change of it, tells of a conversation on WhatsApp, or of whoever may have one. */
export function tellsOfConversation(value: JsonObject): boolean {
  return CONVERSATION_KEYS.some((key) => Array.isArray(value[key])) || tellsOfNames(value)
}

/** A member's user id is another one: says nothing where no contact has it beside the number. */
function tellsOfNames(value: JsonObject, field?: Json): boolean {
  const isUpdate = field === 'user_id_update' || Array.isArray(value.user_id_update)
  return isUpdate && readSameMembers(readPeople(value), new Set()).length > 0
}

function readValue(reading: UnnumberedReading, value: JsonObject, context: ReadingContext) {
  const people = readPeople(value)
  const ours = oursOf(value, context)
  const start = reading.facts.length
  const readEach = (key: string, read: (element: unknown) => ReadFact[]) => {
    asArray(value[key]).forEach((element, index) => {
      readPart(reading, `${key}[${index}]`, () => read(element))
    })
  }
  readEach('messages', (message) => readMessage(message, people, context))
  readEach('statuses', (status) => readStatus(reading, status, context))
  readEach('message_echoes', (echo) => readEcho(echo, people, ours, context))
  readEach('calls', (call) => readCall(call, people, ours, context))
  readEach('user_preferences', (wish) => readPreference(reading, wish, people, context))
  for (const error of asArray(value.errors))
    reading.ignored.push(reason('delivery.rule.platformError', { error: toReason(error) }))
  const named = [...people, ...peopleMarkedIn(value, ours)]
  reading.facts.push(...readSameMembers(named, idsNamedIn(reading.facts.slice(start))))
}

/** What the channel itself is called: as it was connected, and as the body says. */
function oursOf(value: JsonObject, context: ReadingContext): Set<string> {
  const metadata = asObject(value.metadata)
  const names = [context.externalId, asId(metadata?.display_phone_number)]
  return new Set(names.flatMap((name) => name?.replace(/[^\p{L}\p{N}]/gu, '') || []))
}

/** Whom statuses, messages and echoes name themselves: what says a receipt has no room for a second id. */
function peopleMarkedIn(value: JsonObject, ours: Set<string>): Person[] {
  const people = [
    ...asObjects(value.messages).map(senderOf),
    ...asObjects(value.statuses).map(recipientOfStatus),
    ...asObjects(value.message_echoes).map((echo) => recipientOf(echo, ours)),
  ]
  return people.filter(({ number }) => number === undefined || !ours.has(number))
}

/**
 * The second ids that the facts of the body tell by themselves. Reactions are left out: the numbers of the lines after
 * them, and with those the ids, stay what they were before reactions told any.
 */
function idsNamedIn(facts: ReadFact[]): Set<string> {
  const others = facts.filter(({ type }) => type !== 'reaction')
  return new Set(others.flatMap((fact) => ('alsoKnownAs' in fact && fact.alsoKnownAs) || []))
}
