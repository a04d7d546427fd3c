import type { MediaKind } from '@/lib/domain/message/content'
import type { FactContent } from '@/lib/domain/message/file-facts'
import { toContext } from '@/lib/domain/message/message-context'
import { type Reason, reason } from '@/lib/i18n/reason'
import { asId, asObject, asObjects, asText, type JsonObject, toLabel } from '../reading/json'
import type { InboundRead, ReadFact, UnnumberedReading } from '../reading/number-facts'
import {
  emptyReading,
  type ReadingContext,
  readPart,
  toContentKey,
  Unreadable,
} from '../reading/reading'
import { toTime } from '../reading/time'
import { toTyped } from './read-slack-text'

/** A raw Slack event or a tap on a button (Facts §9). A message's id is its channel and `ts`. */
export function readSlack(body: JsonObject, context: ReadingContext): UnnumberedReading {
  const reading = emptyReading('slack.raw')
  const event = asObject(body.event)
  const type = asText(body.type) ?? ''
  if (type === 'block_actions') {
    asObjects(body.actions).forEach((action, index) => {
      readPart(reading, `actions[${index}]`, () => [toTap(body, action, index, context)])
    })
  } else if (type !== 'event_callback' || !event) {
    reading.ignored.push(reason('delivery.rule.slackRequest', { type: toLabel(type) }))
  } else {
    const rule = ruleToIgnore(event)
    if (rule) reading.ignored.push(rule)
    else readPart(reading, 'event', () => readEvent(event, context))
  }
  if (reading.facts.length + reading.ignored.length + reading.problems.length === 0)
    reading.ignored.push(reason('delivery.rule.noActions'))
  return reading
}

const SUBTYPES = [
  'file_share',
  'message_changed',
  'message_deleted',
  'me_message',
  'thread_broadcast',
]

/** What the bot says itself comes as an outbound event; comings and goings in a channel are no message. */
function ruleToIgnore(event: JsonObject): Reason | undefined {
  const type = asText(event.type) ?? ''
  if (isTombstone(event)) return undefined
  if (type === 'reaction_added' || type === 'reaction_removed') return undefined
  if (type !== 'message' && type !== 'app_mention') return toRule(type)
  const subtype = asText(event.subtype)
  const isBot = event.bot_id ?? asObject(event.message)?.bot_id
  if (isBot || subtype === 'bot_message') return reason('delivery.rule.echo')
  return subtype && !SUBTYPES.includes(subtype) ? toRule(subtype) : undefined
}

function toRule(type: string): Reason {
  return reason('delivery.rule.slackEvent', { type: toLabel(type) })
}

/** What Slack leaves of a deleted message that others answered: a stand-in by Slack's own account. */
function isTombstone(event: JsonObject): boolean {
  return event.subtype === 'tombstone' || asObject(event.message)?.subtype === 'tombstone'
}

function readEvent(event: JsonObject, context: ReadingContext): ReadFact[] {
  const channel = asId(event.channel)
  if (event.type === 'reaction_added' || event.type === 'reaction_removed')
    return [toReaction(event, context)]
  if (event.subtype === 'message_deleted' || isTombstone(event)) {
    const left = asObject(event.message)?.ts ?? event.ts
    const platformMessageId = idIn(channel, event.deleted_ts ?? left)
    if (!platformMessageId) throw new Unreadable(reason('delivery.problem.deletion'))
    const at = toTime(event.event_ts ?? event.ts, context.receivedAt)
    return [{ type: 'receipt', platformMessageId, status: 'deleted', at }]
  }
  const message = event.subtype === 'message_changed' ? asObject(event.message) : event
  if (!message) throw new Unreadable(reason('delivery.problem.change'))
  return [toInbound(message, channel, context)]
}

function idIn(channel: string | undefined, ts: unknown): string | undefined {
  const id = asId(ts)
  return channel && id ? `${channel}:${id}` : undefined
}

function toInbound(
  message: JsonObject,
  channel: string | undefined,
  context: ReadingContext,
): InboundRead {
  const memberExternalId = asId(message.user)
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.noSender'))
  const edited = asObject(message.edited)
  const thread = asId(message.thread_ts) === asId(message.ts) ? undefined : message.thread_ts
  const fact = readContent(message)
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: idIn(channel, message.ts),
    at: toTime(message.ts, context.receivedAt),
    replyToPlatformId: idIn(channel, thread),
    context: toContext({
      forwarded: asObjects(message.attachments).some((each) => each.is_share) ? 'once' : undefined,
      editedAt: edited && new Date(toTime(edited.ts, context.receivedAt)).toISOString(),
    }),
    ...fact,
    ...toContentKey(memberExternalId, fact),
  }
}

const ONLY_FOR_THE_BOT = reason('delivery.file.slackBotOnly')

function readContent(message: JsonObject): FactContent {
  const text = textOf(message)
  const media = asObjects(message.files).map((file) => ({
    kind: kindOf(asText(file.mimetype)),
    name: asText(file.name),
    reason: ONLY_FOR_THE_BOT,
  }))
  const kind = media[0]?.kind
  if (kind) return { content: { type: kind, text: text || undefined, mediaIds: [] }, media }
  if (text === undefined) return { content: { type: 'unknown', label: 'message' }, media: [] }
  return { content: { type: 'text', text }, media: [] }
}

/** The words, or those of what was passed on where the writer added none. */
function textOf(message: JsonObject): string | undefined {
  const text = asText(message.text)
  if (text) return toTyped(text)
  const passedOn = asObjects(message.attachments)
    .flatMap((each) => asText(each.text) || asText(each.fallback) || asText(each.title) || [])
    .join('\n')
  return passedOn ? toTyped(passedOn) : text
}

function kindOf(mimeType = ''): MediaKind {
  const family = mimeType.split('/')[0]
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file'
}

function toTap(
  body: JsonObject,
  action: JsonObject,
  index: number,
  context: ReadingContext,
): InboundRead {
  const memberExternalId = asId(asObject(body.user)?.id)
  if (!memberExternalId) throw new Unreadable(reason('delivery.problem.noSender'))
  const channel = asId(asObject(body.channel)?.id) ?? asId(asObject(body.container)?.channel_id)
  const question = asObject(body.message)?.ts ?? asObject(body.container)?.message_ts
  const fact: FactContent = { content: toChoice(action), media: [] }
  const id = asId(body.trigger_id)
  return {
    type: 'inbound',
    source: 'raw',
    memberExternalId,
    platformMessageId: id && `tap:${id}:${index}`,
    at: toTime(action.action_ts, context.receivedAt),
    replyToPlatformId: idIn(channel, question),
    ...fact,
    ...toContentKey(memberExternalId, fact),
  }
}

function toChoice(action: JsonObject): FactContent['content'] {
  const chosen = asObject(action.selected_option) ?? action
  const payload = asText(chosen.value) ?? asText(action.action_id)
  const title = asText(asObject(chosen.text)?.text)
  const text = title === undefined ? payload : toTyped(title)
  if (text === undefined) return { type: 'unknown', label: asId(action.type) ?? 'block_actions' }
  return { type: 'choice', text, payload }
}

function toReaction(event: JsonObject, context: ReadingContext): ReadFact {
  const item = asObject(event.item)
  const platformMessageId = idIn(asId(item?.channel), item?.ts)
  const memberExternalId = asId(event.user)
  if (!platformMessageId || !memberExternalId)
    throw new Unreadable(reason('delivery.problem.slackReaction'))
  const name = asId(event.reaction)
  return {
    type: 'reaction',
    memberExternalId,
    by: 'member',
    platformMessageId,
    emoji: event.type === 'reaction_added' && name ? `:${toLabel(name)}:` : undefined,
    at: toTime(event.event_ts, context.receivedAt),
  }
}
