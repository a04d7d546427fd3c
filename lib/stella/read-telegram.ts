import type { MediaKind } from '@/lib/domain/content'
import { toContext } from '@/lib/domain/context'
import type { Reading } from '@/lib/domain/fact'
import type { FactContent } from '@/lib/domain/file-facts'
import type { InboundFact, WebhookFact } from '@/lib/domain/webhook-facts'
import { asArray, asId, asObject, asText, type JsonObject } from './json'
import { readLocation, toEmoji } from './read-shared'
import { emptyReading, type ReadingContext, readPart, toContentKey, Unreadable } from './reading'
import { toTime } from './time'

/** A raw Telegram update (Facts §9). Message ids count within a chat, so the chat's id is part of ours. */
export function readTelegram(body: JsonObject, context: ReadingContext): Reading {
  const reading = emptyReading('telegram.raw')
  const message = asObject(body.message) ?? asObject(body.edited_message)
  const tap = asObject(body.callback_query)
  const reaction = asObject(body.message_reaction)
  if (message) readPart(reading, 'message', () => [toInbound(message, context)])
  else if (tap) readPart(reading, 'callback_query', () => [toTap(tap, context)])
  else if (reaction) readPart(reading, 'message_reaction', () => [toReaction(reaction, context)])
  else
    reading.ignored.push(
      `an update of ${Object.keys(body).find((key) => key !== 'update_id') ?? 'nothing'}`.slice(
        0,
        80,
      ),
    )
  return reading
}

function toInbound(message: JsonObject, context: ReadingContext): InboundFact {
  const chatId = chatOf(message)
  const said = readContent(message)
  const isGroup = asText(asObject(message.chat)?.type)?.includes('group') === true
  const name = nameOf(asObject(message.from))
  const editedAt = message.edit_date
    ? new Date(toTime(message.edit_date, context.receivedAt)).toISOString()
    : undefined
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId: chatId,
    platformMessageId: idIn(chatId, message),
    at: toTime(message.date, context.receivedAt),
    place: 0,
    replyToPlatformId: idIn(chatId, asObject(message.reply_to_message)),
    profileName: isGroup ? asText(asObject(message.chat)?.title) : name,
    context: toContext({
      sender: isGroup ? name : undefined,
      forwarded: message.forward_origin || message.forward_date ? 'once' : undefined,
      editedAt,
    }),
    ...said,
    ...toContentKey(chatId, said),
  }
}

function chatOf(message: JsonObject | undefined): string {
  const id = asId(asObject(message?.chat)?.id) ?? asId(asObject(message?.from)?.id)
  if (!id) throw new Unreadable('no chat')
  return id
}

function idIn(chatId: string, message: JsonObject | undefined): string | undefined {
  const id = asId(message?.message_id)
  return id && `${chatId}:${id}`
}

function nameOf(person: JsonObject | undefined): string | undefined {
  const names = [asText(person?.first_name), asText(person?.last_name)].filter(Boolean).join(' ')
  return names.trim() || asText(person?.username)
}

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

const ONLY_FOR_THE_BOT = 'Telegram gives this file to the bot only.'

function readContent(message: JsonObject): FactContent {
  const text = asText(message.text)
  if (text !== undefined) return { content: { type: 'text', text }, media: [] }
  const [key, kind] = MEDIA.find(([name]) => name in message) ?? []
  if (key && kind) {
    const name = asText(asObject(message[key])?.file_name)
    return {
      content: { type: kind, text: asText(message.caption) || undefined, mediaIds: [] },
      media: [{ kind, name, reason: ONLY_FOR_THE_BOT }],
    }
  }
  return { content: readPlaceOrPerson(message), media: [] }
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
  const label = Object.keys(message).find((key) => !COMMON.includes(key)) ?? 'message'
  return { type: 'unknown', label: asId(label) ?? 'message' }
}

const COMMON = ['message_id', 'from', 'chat', 'date', 'reply_to_message', 'edit_date']

function toTap(tap: JsonObject, context: ReadingContext): InboundFact {
  const question = asObject(tap.message)
  const memberExternalId = asId(asObject(question?.chat)?.id) ?? asId(asObject(tap.from)?.id)
  const payload = asText(tap.data)
  if (!memberExternalId) throw new Unreadable('no sender')
  const text = titleOf(question, payload) ?? payload
  const said: FactContent =
    text === undefined
      ? { content: { type: 'unknown', label: 'callback_query' }, media: [] }
      : { content: { type: 'choice', text, payload }, media: [] }
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: asId(tap.id) && `tap:${asId(tap.id)}`,
    // A tap carries no time of its own.
    at: context.receivedAt,
    place: 0,
    replyToPlatformId: idIn(memberExternalId, question),
    profileName: nameOf(asObject(tap.from)),
    ...said,
    ...toContentKey(memberExternalId, said),
  }
}

/** The words on the button that carries the payload. */
function titleOf(question: JsonObject | undefined, payload: string | undefined) {
  const rows = asArray(asObject(question?.reply_markup)?.inline_keyboard).flatMap(asArray)
  const button = rows.map(asObject).find((each) => asText(each?.callback_data) === payload)
  return payload === undefined ? undefined : asText(button?.text)
}

function toReaction(reaction: JsonObject, context: ReadingContext): WebhookFact {
  const chatId = chatOf(reaction)
  const platformMessageId = idIn(chatId, reaction)
  if (!platformMessageId) throw new Unreadable('a reaction that names no message')
  const [sign] = asArray(reaction.new_reaction).map(asObject)
  return {
    type: 'reaction',
    memberExternalId: asId(asObject(reaction.user)?.id) ?? chatId,
    by: 'member',
    platformMessageId,
    emoji: sign ? toEmoji(sign.emoji, sign.type) : undefined,
    at: toTime(reaction.date, context.receivedAt),
  }
}
