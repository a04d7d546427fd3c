import type { FactContent } from '@/lib/domain/message/file-facts'
import { asArray, asObject, asObjects, asText, type JsonObject } from '../reading/json'
import { readAttachments } from '../reading/read-attachments'
import { choicesOf, readCards, readList, readTemplate } from '../reading/read-cards'
import { readContactsAndLocations } from '../reading/read-contacts-and-locations'
import { hasFile, toMedia, toMediaKind } from '../reading/read-media'
import { readContacts, readLocation, readOrder } from '../reading/read-shared'

/**
 * The content of a message event, inbound normalized (Facts §3.3) or outbound (§4): `type` and `data` are
 * common to all platforms. What is not known becomes `unknown`, with the type as its label.
 */
export function readData(type: string, data: JsonObject): FactContent {
  const name = type.toUpperCase()
  const text = asText(data.text) ?? asText(data.caption) ?? asText(asObject(data.body)?.text)
  const attachments = asObjects(data.attachments)
  const kind = toMediaKind(name)
  if (attachments.length > 0)
    return readContactsAndLocations(attachments, text) ?? readAttachments(attachments, text)
  if (kind && (hasFile(data) || text === undefined))
    return {
      content: { type: kind, text: text || undefined, mediaIds: [] },
      media: [toMedia(kind, data)],
    }
  return { content: readWords(name, data, text) ?? toUnknown(type, text), media: [] }
}

function readWords(name: string, data: JsonObject, text: string | undefined) {
  if (name === 'PAYLOAD' || name === 'POSTBACK') return readPayload(data, text)
  if (name === 'LOCATION') return readLocation(data, text)
  if (name === 'CONTACTS' || name === 'CONTACT') return readCardsOfPeople(data)
  if (name === 'ORDER') return readOrder(asObject(data.order) ?? data)
  if (name.includes('TEMPLATE')) return readTemplate(data)
  const rich = readList(data, text) ?? readCards(data, text)
  if (rich) return rich
  return text === undefined
    ? undefined
    : { type: 'text' as const, text: withHeader(data, text), choices: choicesOf(data) }
}

function readPayload(
  data: JsonObject,
  text: string | undefined,
): FactContent['content'] | undefined {
  const payload = asText(data.payload)
  if (payload === undefined && text === undefined) return undefined
  return { type: 'choice', text: text ?? payload ?? '', payload }
}

function readCardsOfPeople(data: JsonObject): FactContent['content'] | undefined {
  const people = asArray(data.contacts)
  return people.length > 0 ? readContacts(people) : undefined
}

/** Header and footer of a message with buttons are words of it too. */
function withHeader(data: JsonObject, text: string): string {
  const words = [asText(asObject(data.header)?.text), text, asText(asObject(data.footer)?.text)]
  return words.filter(Boolean).join('\n')
}

function toUnknown(label: string, text: string | undefined): FactContent['content'] {
  return { type: 'unknown', label, text }
}
