import type { Content } from '@/lib/domain/message/content'
import type { Referral } from '@/lib/domain/message/message-context'
import type { Key } from '@/lib/i18n/message-catalogue'
import { reason, type Said } from '@/lib/i18n/reason'
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

/** Why the platform failed at something: in its own words, with ours where those say nothing (Facts §7.3, §7.4). */
export function toReason(value: Json): Said {
  const { details, title, code } = errorOf(value)
  const known = code && isKnown(code) ? KNOWN_CODES[code] : undefined
  if (known && !details) return reason(known, { said: [code, title].filter(Boolean).join(' ') })
  if (details || title) return withCode(details || title, code)
  return code ? reason('delivery.failed.noReasonBut', { code }) : reason('delivery.failed.noReason')
}

/** An error in the platform's own words and nothing else; undefined where it has none. */
export function toPlatformWords(value: Json): string | undefined {
  const { details, title, code } = errorOf(value)
  return withCode(details || title, code) || undefined
}

function withCode(words: string | undefined, code: string | undefined): string {
  return [words, code && `(${code})`].filter(Boolean).join(' ')
}

function errorOf(value: Json) {
  const error = asObject(value)
  return {
    details: asText(asObject(error?.error_data)?.details) ?? asText(error?.details),
    title: asText(error?.title) || asText(error?.message),
    code: asId(error?.code),
  }
}

/** Codes whose titles say nothing to whoever answers (Facts §7.4). */
const KNOWN_CODES = {
  130429: 'delivery.failed.tooMany',
  130472: 'delivery.failed.experiment',
  131014: 'delivery.failed.ourFile',
  131026: 'delivery.failed.undeliverable',
  131047: 'delivery.failed.window',
  131052: 'delivery.failed.memberFile',
  131053: 'delivery.failed.refusedFile',
} as const satisfies Record<string, Key>

function isKnown(code: string): code is `${keyof typeof KNOWN_CODES}` {
  return Object.hasOwn(KNOWN_CODES, code)
}
