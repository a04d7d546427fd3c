import type { ReactionFact, WatermarkFact } from '@/lib/domain/message/webhook-facts'
import { reason } from '@/lib/i18n/reason'
import { asArray, asId, asObject, type Json, type JsonObject } from './json'
import type { ReadFact } from './number-facts'
import { toEmoji } from './read-shared'
import { type ReadingContext, Unreadable } from './reading'
import { isMoment, toTime } from './time'

interface About {
  memberExternalId: string
  /** Who puts a reaction: the member, or our side. */
  by: ReactionFact['by']
}

/**
 * Marks on messages, in Messenger's and Instagram's words, which Stella's normalized events keep: delivery, read and
 * reaction (Facts §3.3, §8, §9). Undefined when the object holds none of them.
 */
export function readMarks(
  value: JsonObject,
  about: About,
  timestamp: Json,
  context: ReadingContext,
): ReadFact[] | undefined {
  const reaction = asObject(value.reaction)
  if (reaction) return [toReaction(reaction, about, toTime(timestamp, context.receivedAt))]
  const delivery = asObject(value.delivery)
  if (delivery) return toReached('delivered', delivery, about, timestamp, context)
  const read = asObject(value.read)
  return read && toReached('read', read, about, timestamp, context)
}

/** `mids` may be missing: then everything up to the watermark. Instagram names one message and no watermark. */
function toReached(
  status: WatermarkFact['status'],
  mark: JsonObject,
  { memberExternalId }: About,
  timestamp: Json,
  context: ReadingContext,
): ReadFact[] {
  const at = toTime(timestamp ?? mark.watermark, context.receivedAt)
  const ids = [...asArray(mark.mids), mark.mid].flatMap((id) => asId(id) ?? [])
  const receipts = ids.map((platformMessageId) => ({
    type: 'receipt' as const,
    platformMessageId,
    status,
    at,
  }))
  // What a report of no moment would reach is anybody's guess: it reaches nothing.
  if (!isMoment(mark.watermark)) return receipts
  const until = toTime(mark.watermark, context.receivedAt)
  return [...receipts, { type: 'watermark', memberExternalId, status, until }]
}

function toReaction(
  reaction: JsonObject,
  { memberExternalId, by }: About,
  at: number,
): ReactionFact {
  const platformMessageId =
    asId(reaction.mid) ?? asId(reaction.message_id) ?? asId(reaction.messageId)
  if (!platformMessageId) throw new Unreadable(reason('delivery.problem.reaction'))
  const isTaken = asId(reaction.action) === 'unreact'
  const emoji = isTaken ? undefined : toEmoji(reaction.emoji, reaction.reaction)
  return { type: 'reaction', memberExternalId, by, platformMessageId, emoji, at }
}
