import type { ServiceNote } from '@/lib/domain/message/service-notes'
import type { NoticeFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import {
  asArray,
  asId,
  asObject,
  asObjects,
  asText,
  type Json,
  type JsonObject,
  toLabel,
} from '../reading/json'
import { type ReadingContext, Unreadable } from '../reading/reading'
import { toTime } from '../reading/time'
import { holds, nameOf } from './read-telegram-content'

/** What of a note a person wants to know beside its kind; undefined where the kind says it all. */
type Value = (value: Json) => string | undefined

const nothing: Value = () => undefined
const words: Value = (value) => asText(value)
const person: Value = (value) => nameOf(asObject(value))
const people: Value = (value) => namesOf(asObjects(value))
const field = (key: string) => (value: Json) => asText(asObject(value)?.[key])

/** Telegram's service messages, of those that name the same thing by two fields the newer first. */
const NOTES: [key: string, note: ServiceNote, value: Value][] = [
  ['new_chat_members', 'joined', people],
  ['new_chat_member', 'joined', person],
  ['new_chat_participant', 'joined', person],
  ['left_chat_member', 'left', person],
  ['left_chat_participant', 'left', person],
  ['new_chat_title', 'group-named', words],
  ['new_chat_photo', 'group-photo', nothing],
  ['delete_chat_photo', 'group-photo-removed', nothing],
  ['group_chat_created', 'group-created', nothing],
  ['supergroup_chat_created', 'group-created', nothing],
  ['channel_chat_created', 'group-created', nothing],
  ['message_auto_delete_timer_changed', 'auto-delete', field('message_auto_delete_time')],
  ['pinned_message', 'pinned', (value) => wordsOf(asObject(value))],
  ['users_shared', 'shared-people', (value) => namesOf(asObjects(asObject(value)?.users))],
  ['user_shared', 'shared-people', nothing],
  ['chat_shared', 'shared-chat', field('title')],
  ['connected_website', 'signed-in-to', words],
  ['write_access_allowed', 'allowed-writing', nothing],
  ['passport_data', 'passport', nothing],
  ['proximity_alert_triggered', 'came-near', (value) => person(asObject(value)?.traveler)],
  ['boost_added', 'boosted', nothing],
  ['chat_background_set', 'background', nothing],
  ['checklist_tasks_done', 'tasks-done', nothing],
  ['checklist_tasks_added', 'tasks-added', (value) => textsOf(asObject(value)?.tasks)],
  ['forum_topic_created', 'topic-created', field('name')],
  ['forum_topic_edited', 'topic-named', field('name')],
  ['forum_topic_closed', 'topic-closed', nothing],
  ['forum_topic_reopened', 'topic-reopened', nothing],
  ['general_forum_topic_hidden', 'topic-hidden', nothing],
  ['general_forum_topic_unhidden', 'topic-shown', nothing],
  ['video_chat_scheduled', 'video-chat-scheduled', nothing],
  ['video_chat_started', 'video-chat-began', nothing],
  ['video_chat_ended', 'video-chat-ended', nothing],
  ['video_chat_participants_invited', 'video-chat-invited', (v) => people(asObject(v)?.users)],
  ['voice_chat_started', 'video-chat-began', nothing],
  ['voice_chat_ended', 'video-chat-ended', nothing],
  ['successful_payment', 'paid', amountOf],
  ['refunded_payment', 'refunded', amountOf],
  ['giveaway_created', 'giveaway-began', nothing],
  ['giveaway_winners', 'giveaway-ended', nothing],
  ['giveaway_completed', 'giveaway-ended', nothing],
  ['paid_message_price_changed', 'price-changed', nothing],
  ['direct_message_price_changed', 'price-changed', nothing],
  ['suggested_post_approved', 'post-approved', nothing],
  ['suggested_post_approval_failed', 'post-failed', nothing],
  ['suggested_post_declined', 'post-declined', field('comment')],
  ['suggested_post_paid', 'post-paid', nothing],
  ['suggested_post_refunded', 'post-refunded', nothing],
  ['gift_upgrade_sent', 'gift-upgraded', nothing],
  ['chat_owner_left', 'owner-left', nothing],
  ['chat_owner_changed', 'owner-changed', (value) => person(asObject(value)?.new_owner)],
]

const VALUE_LENGTH_MAX = 200

/** A message that nobody wrote: Telegram notes what happened in the chat. Undefined for one that somebody wrote. */
export function readNote(
  message: JsonObject,
  memberExternalId: string,
  context: ReadingContext,
): NoticeFact | undefined {
  const base = {
    type: 'notice' as const,
    memberExternalId,
    key: `note:${memberExternalId}:${asId(message.message_id)}`,
    at: toTime(message.date, context.receivedAt),
  }
  const moved = readMove(message, memberExternalId)
  if (moved) return { ...base, notice: 'id-changed', ...moved }
  const [key, note, toValue] = NOTES.find(([name]) => holds(message, name)) ?? []
  if (!key || !note || !toValue) return undefined
  const value = toValue(message[key])?.trim()
  const detail = value ? `${note} ${cut(value)}` : note
  return { ...base, notice: 'service-note', detail }
}

/** A group that grew goes on under another id: told once in the old chat and once in the new one. */
function readMove(message: JsonObject, chatId: string) {
  const to = asId(message.migrate_to_chat_id)
  const from = asId(message.migrate_from_chat_id)
  if (!to && !from) return undefined
  const [old, now] = [from ?? chatId, to ?? chatId]
  const detail = reason('member.notice.groupMoved')
  return { memberExternalId: old, movedTo: now, key: `moved:${old}:${now}`, detail }
}

/** In a private chat: the member blocked the bot, or let it in again. What happens in groups says nothing of them. */
export function readStanding(update: JsonObject, context: ReadingContext): NoticeFact | undefined {
  const chat = asObject(update.chat)
  const memberExternalId = asId(chat?.id)
  const status = asText(asObject(update.new_chat_member)?.status)
  if (chat?.type !== 'private' || !status) return undefined
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.noChat'))
  const at = toTime(update.date, context.receivedAt)
  const isBlocked = status === 'kicked' || status === 'left'
  return {
    type: 'notice',
    memberExternalId,
    notice: isBlocked ? 'blocked' : 'unblocked',
    key: `standing:${memberExternalId}:${status}:${at}`,
    at,
  }
}

function wordsOf(message: JsonObject | undefined): string | undefined {
  return asText(message?.text) ?? asText(message?.caption)
}

function namesOf(everybody: JsonObject[]): string | undefined {
  return everybody.map(nameOf).filter(Boolean).join(', ') || undefined
}

function textsOf(values: Json): string | undefined {
  return asObjects(asArray(values)).map(wordsOf).filter(Boolean).join(', ') || undefined
}

/** The currency by its code, and its smallest unit: nearly all have a hundred of them. */
const WITHOUT_CENTS = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'UGX', 'XTR', 'PYG'])

function amountOf(value: Json): string | undefined {
  const payment = asObject(value)
  const currency = asText(payment?.currency)
  const amount = Number(asText(payment?.total_amount))
  if (!currency || !Number.isFinite(amount)) return undefined
  return WITHOUT_CENTS.has(currency)
    ? `${amount} ${currency === 'XTR' ? 'Stars' : currency}`
    : `${(amount / 100).toFixed(2)} ${currency}`
}

function cut(value: string): string {
  return toLabel(value.replace(/\s+/g, ' '), VALUE_LENGTH_MAX)
}
