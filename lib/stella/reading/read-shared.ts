import type { Content } from '@/lib/domain/message/content'
import type { Referral } from '@/lib/domain/message/message-context'
import { asArray, asId, asNumber, asObject, asText, type Json, type JsonObject } from './json'

/** Content and context that several platforms send in nearly the same words. Undefined where the essence is missing. */

/** A place: `latitude`/`longitude`, or `lat`/`long`, as numbers or as text (Facts §4.1, §7.2, §8). */
export function readLocation(value: JsonObject, words?: string): Content | undefined {
  const latitude = asNumber(value.latitude) ?? asNumber(value.lat)
  const longitude = asNumber(value.longitude) ?? asNumber(value.long)
  if (latitude === undefined || longitude === undefined) return undefined
  const name = words ?? asText(value.name)
  return { type: 'location', latitude, longitude, name, address: asText(value.address) }
}

/** Contact cards in WhatsApp's form, which Stella's own has too (Facts §4.1, §7.3). */
export function readContacts(values: Json[]): Content {
  const contacts = values.map((value) => {
    const contact = asObject(value) ?? {}
    return {
      name: nameOf(contact),
      phones: textsOf(contact.phones, 'phone'),
      emails: textsOf(contact.emails, 'email'),
    }
  })
  return { type: 'contacts', contacts }
}

function nameOf(contact: JsonObject): string {
  const name = asObject(contact.name)
  const parts = [asText(name?.first_name), asText(name?.last_name)].filter(Boolean).join(' ')
  return asText(name?.formatted_name) || parts || asText(asObject(contact.org)?.company) || ''
}

function textsOf(values: Json, key: string): string[] {
  return asArray(values).flatMap((value) => asText(asObject(value)?.[key]) || [])
}

/** A catalogue order (Facts §7.3). */
export function readOrder(order: JsonObject): Content | undefined {
  const items = asArray(order.product_items).flatMap((value) => {
    const item = asObject(value)
    const productId = asId(item?.product_retailer_id)
    if (!item || !productId) return []
    const quantity = asNumber(item.quantity)
    return [
      { productId, quantity, price: asNumber(item.item_price), currency: asId(item.currency) },
    ]
  })
  if (items.length === 0) return undefined
  return { type: 'order', text: asText(order.text) || undefined, items }
}

/** The ad, post or link that brought the member: WhatsApp's fields or Messenger's (Facts §7.2, §8). */
export function readReferral(value: Json): Referral | undefined {
  const referral = asObject(value)
  if (!referral) return undefined
  const ad = asObject(referral.ads_context_data)
  return {
    kind: referralKind(referral),
    title: asText(referral.headline) ?? asText(ad?.ad_title),
    text: asText(referral.body),
    url: asText(referral.source_url) ?? asText(referral.referer_uri),
    ref: asText(referral.ref),
  }
}

function referralKind(referral: JsonObject): Referral['kind'] {
  const source = (asText(referral.source_type) ?? asText(referral.source) ?? '').toLowerCase()
  if (source === 'ad' || source === 'ads' || asId(referral.ad_id)) return 'ad'
  return source === 'post' ? 'post' : 'link'
}

/** What follows words that lead somewhere, so that the address can be seen: nothing where the words are the address. */
export function addressBeside(label: string, url: string): string {
  const bare = (text: string) =>
    text
      .trim()
      .replace(/^(https?:\/\/|mailto:|tel:)/i, '')
      .replace(/\/$/, '')
  return !url || bare(label) === bare(url) ? '' : ` (${url})`
}

const NAMED_REACTIONS: Record<string, string> = {
  love: '❤️',
  like: '👍',
  dislike: '👎',
  smile: '😆',
  wow: '😮',
  sad: '😢',
  angry: '😠',
}

/** A reaction's sign: the emoji itself, or the name that Messenger and Instagram give (Facts §4.3, §8). */
export function toEmoji(emoji: Json, name?: Json): string | undefined {
  const word = asId(name)
  const sign = asId(emoji) ?? (word && (NAMED_REACTIONS[word] ?? word))
  return sign && Array.from(sign).slice(0, EMOJI_SIGNS_MAX).join('')
}

/** A family of four with skin tones is eleven code points; a longer text is no sign. */
const EMOJI_SIGNS_MAX = 16

/** An error of the platform in its own words, with its code (Facts §7.3, §7.4). */
export function toReason(value: Json): string {
  const error = asObject(value)
  const details = asText(asObject(error?.error_data)?.details) ?? asText(error?.details)
  const title = asText(error?.title) || asText(error?.message)
  const code = asId(error?.code)
  const known = code && Object.hasOwn(KNOWN_CODES, code) ? KNOWN_CODES[code] : undefined
  if (known && !details) return `${known} (${[code, title].filter(Boolean).join(' ')})`
  const words = details || title || 'The platform gave no reason'
  return code ? `${words} (${code})` : words
}

/** Codes whose titles say nothing to whoever answers (Facts §7.4). */
const KNOWN_CODES: Record<string, string> = {
  130429: 'Too many messages were sent in a short time',
  130472: 'WhatsApp keeps this number out of marketing messages for an experiment',
  131014: 'WhatsApp could not fetch the file from its address',
  131026: 'WhatsApp could not deliver it to this number',
  131047: 'More than 24 hours have passed since the member last wrote',
  131052: 'WhatsApp could not fetch the member’s file',
  131053: 'WhatsApp could not take the file',
}
