import type { FactContent } from '@/lib/domain/message/file-facts'
import { toContext } from '@/lib/domain/message/message-context'
import { type Reason, reason } from '@/lib/i18n/reason'
import { toHash } from '../reading/hash'
import {
  asArray,
  asId,
  asObject,
  asText,
  type JsonObject,
  toCanonicalJson,
  toLabel,
} from '../reading/json'
import type {
  InboundRead,
  OutboundRead,
  ReadFact,
  UnnumberedReading,
} from '../reading/number-facts'
import { toEmoji } from '../reading/read-shared'
import {
  emptyReading,
  type ReadingContext,
  readPart,
  toContentKey,
  Unreadable,
} from '../reading/reading'
import { toTime } from '../reading/time'
import { nameOf, readPlainContent, readTelegramContent } from './read-telegram-content'
import { readNote, readStanding } from './read-telegram-notes'

/** A raw Telegram update (Facts §9). Message ids count within a chat, so the chat's id is part of ours. */
export function readTelegram(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const reading = emptyReading('telegram.raw')
  const [key, read] = READERS.find(([name]) => asObject(body[name])) ?? []
  const update = key ? asObject(body[key]) : undefined
  if (key && update && read) readPart(reading, key, () => read(update, context) ?? [])
  if (reading.facts.length + reading.problems.length === 0)
    reading.ignored.push(ruleFor(body, update))
  return reading
}

type UpdateReader = (update: JsonObject, context: ReadingContext) => ReadFact[] | undefined

/** By the field that holds the update. What a bot does for a business account comes under names of its own. */
const READERS: [string, UpdateReader][] = [
  ['message', readMessage],
  ['edited_message', readMessage],
  ['business_message', readMessage],
  ['edited_business_message', readMessage],
  ['deleted_business_messages', readDeletions],
  ['callback_query', (update, context) => [toTap(update, context)]],
  ['message_reaction', (update, context) => [toReaction(update, context)]],
  ['my_chat_member', (update, context) => [readStanding(update, context) ?? []].flat()],
]

function ruleFor(body: JsonObject, update: JsonObject | undefined): Reason {
  if (asObject(update?.sender_business_bot)) return reason('delivery.rule.echo')
  const name = Object.keys(body).find((key) => key !== 'update_id')
  return name === undefined
    ? reason('delivery.rule.emptyUpdate')
    : reason('delivery.rule.update', { type: toLabel(name) })
}

function readMessage(message: JsonObject, context: ReadingContext): ReadFact[] | undefined {
  // What the bot wrote for a business account comes as an outbound event too.
  if (asObject(message.sender_business_bot)) return undefined
  const note = readNote(message, chatOf(message), context)
  if (note) return [note]
  return [isOurs(message) ? toOurs(message, context) : toInbound(message, context)]
}

/** In a business account's private chat: written by somebody who is not the one the chat is with. */
function isOurs(message: JsonObject): boolean {
  const chat = asObject(message.chat)
  const writer = asId(asObject(message.from)?.id)
  const isBusiness = asId(message.business_connection_id) !== undefined
  return isBusiness && chat?.type === 'private' && writer !== undefined && writer !== asId(chat.id)
}

function toOurs(message: JsonObject, context: ReadingContext): OutboundRead {
  const memberExternalId = chatOf(message)
  const platformMessageId = idIn(memberExternalId, message)
  return {
    type: 'outbound',
    author: 'phone',
    memberExternalId,
    platformMessageId,
    at: toTime(message.date, context.receivedAt),
    replyToPlatformId: idIn(memberExternalId, asObject(message.reply_to_message), message),
    context: toContext({ editedAt: editedAtOf(message, context) }),
    fallbackKey: toHash(toCanonicalJson(message)),
    ...readTelegramContent(message),
  }
}

/** The member, or the account's own person, took messages back. */
function readDeletions(update: JsonObject, context: ReadingContext): ReadFact[] {
  const chatId = chatOf(update)
  return asArray(update.message_ids).flatMap((id) => {
    const platformMessageId = idIn(chatId, { message_id: id }, update)
    if (!platformMessageId) return []
    return [{ type: 'receipt', platformMessageId, status: 'deleted', at: context.receivedAt }]
  })
}

function toInbound(message: JsonObject, context: ReadingContext): InboundRead {
  const chatId = chatOf(message)
  const fact = readTelegramContent(message)
  const isGroup = asText(asObject(message.chat)?.type)?.includes('group') === true
  const name = nameOf(asObject(message.from))
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId: chatId,
    platformMessageId: idIn(chatId, message),
    at: toTime(message.date, context.receivedAt),
    replyToPlatformId: idIn(chatId, asObject(message.reply_to_message), message),
    profileName: isGroup ? asText(asObject(message.chat)?.title) : name,
    context: toContext({
      sender: isGroup ? name : undefined,
      forwarded: message.forward_origin || message.forward_date ? 'once' : undefined,
      editedAt: editedAtOf(message, context),
    }),
    ...fact,
    ...toContentKey(chatId, readPlainContent(message)),
  }
}

function editedAtOf(message: JsonObject, { receivedAt }: ReadingContext): string | undefined {
  return message.edit_date
    ? new Date(toTime(message.edit_date, receivedAt)).toISOString()
    : undefined
}

function chatOf(message: JsonObject | undefined): string {
  const id = asId(asObject(message?.chat)?.id) ?? asId(asObject(message?.from)?.id)
  if (!id) throw new Unreadable(reason('delivery.problem.noChat'))
  return id
}

/** A business account counts its messages by itself: the same chat with the bot has numbers of its own. */
function idIn(
  chatId: string,
  message: JsonObject | undefined,
  { business_connection_id: business }: JsonObject = message ?? {},
): string | undefined {
  const id = asId(message?.message_id)
  return id && [asId(business), chatId, id].filter(Boolean).join(':')
}

function toTap(tap: JsonObject, context: ReadingContext): InboundRead {
  const question = asObject(tap.message)
  const memberExternalId = asId(asObject(question?.chat)?.id) ?? asId(asObject(tap.from)?.id)
  const payload = asText(tap.data)
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.noSender'))
  const text = titleOf(question, payload) ?? payload ?? asText(tap.game_short_name)
  const fact: FactContent =
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
    replyToPlatformId: idIn(memberExternalId, question),
    profileName: nameOf(asObject(tap.from)),
    ...fact,
    ...toContentKey(memberExternalId, fact),
  }
}

/** The words on the button that carries the payload. */
function titleOf(question: JsonObject | undefined, payload: string | undefined) {
  const rows = asArray(asObject(question?.reply_markup)?.inline_keyboard).flatMap(asArray)
  const button = rows.map(asObject).find((each) => asText(each?.callback_data) === payload)
  return payload === undefined ? undefined : asText(button?.text)
}

function toReaction(reaction: JsonObject, context: ReadingContext): ReadFact {
  const chatId = chatOf(reaction)
  const platformMessageId = idIn(chatId, reaction)
  if (!platformMessageId) throw new Unreadable(reason('delivery.problem.reaction'))
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
