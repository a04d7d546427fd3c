import type { MediaKind } from '@/lib/domain/message/content'
import type { FactContent } from '@/lib/domain/message/file-facts'
import { reason } from '@/lib/i18n/reason'
import {
  asNumber,
  asObject,
  asObjects,
  asText,
  type Json,
  type JsonObject,
  toLabel,
} from '../reading/json'
import { addressBeside, readLocation } from '../reading/read-shared'

/** An animation comes with a document of the same file beside it, so it is looked for first. */
const MEDIA: [string, MediaKind][] = [
  ['animation', 'video'],
  ['photo', 'image'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['voice', 'voice'],
  ['audio', 'audio'],
  ['sticker', 'sticker'],
  ['document', 'file'],
]

const ONLY_FOR_THE_BOT = reason('delivery.file.telegramBotOnly')

/** What one Telegram message says. Words keep the addresses that hide behind them. */
export function readTelegramContent(message: JsonObject): FactContent {
  const text = asText(message.text)
  if (text !== undefined)
    return { content: { type: 'text', text: withAddresses(text, message.entities) }, media: [] }
  const [key, kind] = MEDIA.find(([name]) => holds(message, name)) ?? []
  if (!key || !kind) return { content: readPlaceOrPerson(message), media: [] }
  const name = asText(asObject(message[key])?.file_name)
  const caption = withAddresses(asText(message.caption) ?? '', message.caption_entities)
  return {
    content: { type: kind, text: caption || undefined, mediaIds: [] },
    media: [{ kind, name, reason: ONLY_FOR_THE_BOT }],
  }
}

/** The same without the addresses behind words: Stella's normalized twin knows nothing of them. */
export function readPlainContent(message: JsonObject): FactContent {
  return readTelegramContent({ ...message, entities: undefined, caption_entities: undefined })
}

/** Offsets count UTF-16 units, as JavaScript does; a hostile one may cut a character in two. */
function withAddresses(text: string, entities: Json): string {
  const links = asObjects(entities)
    .filter((entity) => entity.type === 'text_link')
    .map((entity) => {
      const start = asNumber(entity.offset) ?? -1
      return { start, end: start + (asNumber(entity.length) ?? 0), url: asText(entity.url) ?? '' }
    })
    .sort((a, b) => a.end - b.end)
  const parts: string[] = []
  let done = 0
  for (const { start, end, url } of links) {
    if (start < 0 || end < done || end <= start || end > text.length) continue
    parts.push(text.slice(done, end), addressBeside(text.slice(start, end), url))
    done = end
  }
  return [...parts, text.slice(done)].join('').toWellFormed()
}

function readPlaceOrPerson(message: JsonObject): FactContent['content'] {
  const venue = asObject(message.venue)
  const place = asObject(message.location) ?? asObject(venue?.location)
  const location =
    place && readLocation({ ...place, address: venue?.address }, asText(venue?.title))
  if (location) return location
  const contact = asObject(message.contact)
  if (contact) {
    const phone = asText(contact.phone_number)
    const card = { name: nameOf(contact) ?? '', phones: phone ? [phone] : [], emails: [] }
    return { type: 'contacts', contacts: [card] }
  }
  return readWebAppData(message) ?? readNamed(message)
}

/** Whether a field says anything: some relays hand on empty ones. */
export function holds(message: JsonObject, key: string): boolean {
  const value = message[key]
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** A person by their name, or as the platform knows them. */
export function nameOf(person: JsonObject | undefined): string | undefined {
  const names = [asText(person?.first_name), asText(person?.last_name)].filter(Boolean).join(' ')
  return names.trim() || asText(person?.title) || asText(person?.username)
}

/** What a page of the bot's own sent when its button was pressed. */
function readWebAppData(message: JsonObject): FactContent['content'] | undefined {
  const sent = asObject(message.web_app_data)
  const data = asText(sent?.data)
  if (data === undefined) return undefined
  return { type: 'choice', text: asText(sent?.button_text) || data, payload: data, detail: data }
}

type Words = (value: JsonObject) => (string | undefined)[]

/** Contents that have a name, and what of them can be said in words. */
const NAMED: Record<string, Words> = {
  dice: (dice) => [`${asText(dice.emoji) ?? ''} ${asText(dice.value) ?? ''}`.trim()],
  story: (story) => [nameOf(asObject(story.chat))],
  game: (game) => [asText(game.title), asText(game.description)],
  gift: (gift) => [asText(asObject(asObject(gift.gift)?.sticker)?.emoji), asText(gift.text)],
  unique_gift: (gift) => [asText(asObject(gift.gift)?.base_name)],
  poll: (poll) => [asText(poll.question), ...textsOf(poll.options)],
  checklist: (list) => [asText(list.title), ...textsOf(list.tasks)],
  invoice: (invoice) => [asText(invoice.title), asText(invoice.description)],
  paid_media: () => [],
  giveaway: (giveaway) => [asText(giveaway.prize_description)],
}

function textsOf(values: Json): (string | undefined)[] {
  return asObjects(values).map((value) => asText(value.text))
}

/**
 * What the message is called after: a content we know by name, else a field that holds something and is not of the
 * envelope. How a message came, such as `forward_origin`, is never what it is.
 */
function readNamed(message: JsonObject): FactContent['content'] {
  const known = Object.keys(NAMED).find((key) => asObject(message[key]))
  const label = known ?? Object.keys(message).find((key) => isContent(key, message[key]))
  const value = known && asObject(message[known])
  const words = value ? (NAMED[known]?.(value) ?? []) : []
  const text = [...words, asText(message.caption)].filter(Boolean).join('\n')
  return {
    type: 'unknown',
    label: label === undefined ? 'message' : toLabel(label, 80),
    text: text || undefined,
  }
}

function isContent(key: string, value: Json): boolean {
  return !ENVELOPE.has(key) && typeof value === 'object' && value !== null
}

/** Objects that tell how a message came and what it answers, never what it is. */
const ENVELOPE = new Set([
  'from',
  'chat',
  'sender_chat',
  'sender_business_bot',
  'direct_messages_topic',
  'reply_to_message',
  'reply_to_story',
  'external_reply',
  'quote',
  'forward_origin',
  'forward_from',
  'forward_from_chat',
  'via_bot',
  'entities',
  'caption_entities',
  'link_preview_options',
  'suggested_post_info',
  'reply_markup',
])
