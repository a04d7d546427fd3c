import type { Content } from '@/lib/domain/message/content'
import type { FactContent } from '@/lib/domain/message/file-facts'
import { asArray, asId, asObject, asText, type Json, type JsonObject } from './json'
import { readContacts, readLocation, readOrder } from './read-shared'

/**
 * What a normalized event puts among its attachments although it is no file: a place, contact cards, an order. The
 * documents don't show their shape (Facts §3.3), so it is found wherever platforms put it: in the attachment itself, in
 * its `payload`, or under the name of its type. Undefined where the attachments are something else, or mixed.
 */
export function readContactsAndLocations(
  attachments: JsonObject[],
  text: string | undefined,
): FactContent | undefined {
  const [first] = attachments
  if (!first) return undefined
  const only = attachments.length === 1 ? first : undefined
  const content =
    (only && isOf(only, 'location') && readPlace(only, text)) ||
    (only && isOf(only, 'order') && readOrder(innerOf(only, 'order'))) ||
    (attachments.every((each) => isOf(each, 'contact')) && readPeople(attachments))
  return content ? { content, media: [] } : undefined
}

function isOf({ type }: JsonObject, kind: string): boolean {
  return (asId(type) ?? '').toLowerCase().replace(/s$/, '') === kind
}

function readPlace(attachment: JsonObject, text: string | undefined): Content | undefined {
  const inner = innerOf(attachment, 'location')
  const name = asText(attachment.title)
  // Words beside a place that has its own name are a message of their own, not another name.
  if (text && name && text !== name) return undefined
  const place = readLocation({ ...inner, ...asObject(inner.coordinates) }, text)
  return place?.type === 'location' && !place.name && name ? { ...place, name } : place
}

function readPeople(attachments: JsonObject[]): Content | undefined {
  const cards = attachments.flatMap((attachment): Json[] => {
    const inner = innerOf(attachment, 'contact')
    const many = asArray(inner.contacts)
    return many.length > 0 ? many : [toCard(inner)]
  })
  const people = readContacts(cards)
  const isEmpty =
    people.type !== 'contacts' ||
    people.contacts.every(
      ({ name, phones, emails }) => !name && phones.length + emails.length === 0,
    )
  return isEmpty ? undefined : people
}

/** A card in WhatsApp's form, also where name and number stand in it as plain words. */
function toCard(card: JsonObject): Json {
  const name = asText(card.name)
  const phone = asId(card.phone)
  const email = asText(card.email)
  return {
    ...card,
    ...(name === undefined ? {} : { name: { formatted_name: name } }),
    ...(phone === undefined ? {} : { phones: [{ phone }] }),
    ...(email === undefined ? {} : { emails: [{ email }] }),
  }
}

function innerOf(attachment: JsonObject, name: string): JsonObject {
  return asObject(attachment[name]) ?? asObject(attachment.payload) ?? attachment
}
