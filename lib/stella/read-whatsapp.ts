import type { MediaKind } from '@/lib/domain/content'
import { RECEIPTS, type Receipt } from '@/lib/domain/delivery'
import type { FactContent, InboundFact, Reading, ReceiptFact, WebhookFact } from '@/lib/domain/fact'
import {
  asArray,
  asId,
  asNumber,
  asObject,
  asObjects,
  asText,
  type Json,
  type JsonObject,
} from './json'
import { emptyReading, type ReadingContext, readPart, toContentKey, Unreadable } from './reading'
import { toTime } from './time'

/**
 * Raw WhatsApp, flat as channel-webhooks.txt prints it or in the Cloud envelope (platform.md §7.1). A body may
 * hold several messages and statuses; each stands alone.
 */
export function readWhatsApp(body: JsonObject, context: ReadingContext): Reading {
  const reading = emptyReading(body.object ? 'whatsapp.cloud' : 'whatsapp.raw')
  for (const [index, value] of unwrap(body).entries())
    readValue(reading, value, index * PLACES_A_VALUE, context)
  const isEmpty = reading.facts.length === 0 && reading.problems.length === 0
  if (isEmpty && reading.ignored.length === 0) reading.ignored.push('no messages and no statuses')
  return reading
}

/** Keeps the places of messages in different envelopes of one body apart. */
const PLACES_A_VALUE = 1_000

function unwrap(body: JsonObject): JsonObject[] {
  if (body.object !== 'whatsapp_business_account') return [body]
  const changes = asObjects(body.entry).flatMap((entry) => asObjects(entry.changes))
  return changes.flatMap((change) => asObjects([change.value]))
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
  if (asArray(value.errors).length > 0) reading.ignored.push('an error report of the platform')
}

function readMessage(
  value: Json,
  contacts: JsonObject[],
  place: number,
  context: ReadingContext,
): WebhookFact[] {
  const message = asObject(value)
  if (!message) throw new Unreadable('not an object')
  const sender = asId(message.from) ?? asId(contacts[0]?.wa_id) ?? asId(contacts[0]?.user_id)
  const memberExternalId = asId(message.group_id) ?? sender
  if (!memberExternalId) throw new Unreadable('no sender')

  const said = readContent(message)
  const inbound: InboundFact = {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: asId(message.id),
    at: toTime(message.timestamp, context.receivedAt),
    place,
    replyToPlatformId: asId(asObject(message.context)?.id),
    profileName: profileNameOf(contacts, sender),
    ...said,
    ...toContentKey(memberExternalId, said),
  }
  return [inbound]
}

function profileNameOf(contacts: JsonObject[], sender: string | undefined): string | undefined {
  const contact = contacts.find((each) => asId(each.wa_id) === sender) ?? contacts[0]
  return asText(asObject(contact?.profile)?.name)?.trim() || undefined
}

const MEDIA_KINDS: Record<string, MediaKind> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  document: 'file',
  sticker: 'sticker',
}

/** `type` may be missing: then the key that is present tells (platform.md §7.2). */
const TYPES = ['text', ...Object.keys(MEDIA_KINDS), 'location', 'contacts', 'button', 'interactive']

function readContent(message: JsonObject): FactContent {
  const type = asText(message.type) ?? TYPES.find((key) => key in message) ?? 'unknown'
  const value = asObject(message[type])
  const kind = MEDIA_KINDS[type]
  if (kind && value) return readMedia(kind, value)
  const content =
    type === 'text'
      ? readText(value)
      : type === 'location'
        ? readLocation(value)
        : type === 'contacts'
          ? readContacts(asArray(message.contacts))
          : type === 'button' || type === 'interactive'
            ? readChoice(value)
            : undefined
  return { content: content ?? readUnknown(type, message), media: [] }
}

function readText(text: JsonObject | undefined): FactContent['content'] | undefined {
  const body = asText(text?.body)
  return body === undefined ? undefined : { type: 'text', text: body }
}

function readMedia(kind: MediaKind, value: JsonObject): FactContent {
  const caption = asText(value.caption)
  const whatsappMediaId = asId(value.id)
  const actual = kind === 'audio' && value.voice === true ? 'voice' : kind
  return {
    content: { type: actual, text: caption || undefined, mediaIds: [] },
    media: [{ kind: actual, whatsappMediaId, name: asText(value.filename) }],
  }
}

function readLocation(value: JsonObject | undefined): FactContent['content'] | undefined {
  const latitude = asNumber(value?.latitude)
  const longitude = asNumber(value?.longitude)
  if (latitude === undefined || longitude === undefined) return undefined
  return {
    type: 'location',
    latitude,
    longitude,
    name: asText(value?.name),
    address: asText(value?.address),
  }
}

function readContacts(values: Json[]): FactContent['content'] {
  const contacts = values.map((value) => {
    const contact = asObject(value) ?? {}
    return {
      name: asText(asObject(contact.name)?.formatted_name) ?? '',
      phones: asArray(contact.phones).flatMap((phone) => asText(asObject(phone)?.phone) ?? []),
      emails: asArray(contact.emails).flatMap((email) => asText(asObject(email)?.email) ?? []),
    }
  })
  return { type: 'contacts', contacts }
}

/** A tap: `button` of a template, or `interactive` with a button or a list row (platform.md §7.3). */
function readChoice(value: JsonObject | undefined): FactContent['content'] | undefined {
  const reply = asObject(value?.button_reply) ?? asObject(value?.list_reply) ?? value
  const text = asText(reply?.title) ?? asText(reply?.text)
  const payload = asId(reply?.id) ?? asId(reply?.payload)
  if (text === undefined && payload === undefined) return undefined
  return { type: 'choice', text: text ?? payload ?? '', payload }
}

function readUnknown(type: string, message: JsonObject): FactContent['content'] {
  const error = asObject(asArray(message.errors)[0])
  return { type: 'unknown', label: type, text: asText(error?.title) }
}

function readStatus(reading: Reading, value: Json, context: ReadingContext): ReceiptFact[] {
  const status = asObject(value)
  const platformMessageId = asId(status?.id)
  if (!status || !platformMessageId) throw new Unreadable('no message id')
  const name = asText(status.status)
  if (!isReceipt(name)) {
    reading.ignored.push(`a status we show nowhere: ${name ?? 'none'}`)
    return []
  }
  const error = name === 'failed' ? reasonOf(asObject(asArray(status.errors)[0])) : undefined
  return [
    {
      type: 'receipt',
      platformMessageId,
      status: name,
      at: toTime(status.timestamp, context.receivedAt),
      error,
    },
  ]
}

function isReceipt(name: string | undefined): name is Receipt {
  return RECEIPTS.some((receipt) => receipt === name)
}

function reasonOf(error: JsonObject | undefined): string {
  const words = asText(error?.title) ?? asText(error?.message) ?? 'The platform gave no reason'
  const code = asId(error?.code)
  return code ? `${words} (${code})` : words
}
