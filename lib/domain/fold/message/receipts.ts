import { afterReceipts, isConfirmed, type Receipt } from '@/lib/domain/message/delivery'
import type { ConversationRow, MemberRow, MessageRow } from '@/lib/domain/rows'
import { messageKey, type World } from '../world'

type Line = Pick<MessageRow, 'channelId' | 'conversationId' | 'sentAt'> &
  Partial<Pick<MessageRow, 'attemptedAt'>>

/**
 * The delivery of a line that is known to have left, with every receipt that was waiting for its id and the
 * conversation's watermarks, and the reason if it failed. In whatever order they came, the result is the same.
 */
export function deliveryWithReceipts(
  world: World,
  message: Line,
  platformMessageId: string | undefined,
  delivery: NonNullable<MessageRow['delivery']>,
): Pick<MessageRow, 'delivery' | 'error' | 'deletedAt'> {
  const receipts = platformMessageId
    ? world.receipts.inGroup(messageKey(message.channelId, platformMessageId))
    : []
  const reported = receipts.map((receipt) => receipt.status)
  const reached = afterReceipts(delivery, [...reported, ...watermarksOver(world, message)])
  const failure = receipts.find((receipt) => receipt.status === 'failed')
  return {
    delivery: reached ?? delivery,
    error: reached === 'failed' ? (failure?.error ?? null) : null,
    deletedAt: deletionOf(world, message.channelId, platformMessageId),
  }
}

function watermarksOver(world: World, message: Line): Receipt[] {
  const conversation = world.conversations.get(message.conversationId)
  if (!conversation) return []
  return (['delivered', 'read'] as const).filter(
    (status) => leftAt(message) <= (conversation[WATERMARK_FIELDS[status]] ?? 0),
  )
}

export const WATERMARK_FIELDS = {
  delivered: 'deliveredUntil',
  read: 'readUntil',
} as const satisfies Record<string, keyof ConversationRow>

/**
 * Under which id a watermark of a member whom we have not met waits among the receipts. No platform gives out message
 * ids that begin so.
 */
export function waitingMarkId(memberExternalId: string): string {
  return `watermark:${memberExternalId}`
}

/** Watermarks that came before the first we heard of the member. */
export function waitingMarks(world: World, channelId: string, memberExternalId: string) {
  return world.receipts.inGroup(messageKey(channelId, waitingMarkId(memberExternalId)))
}

/** What the watermarks that waited for a member say of their conversation at its beginning. */
export function watermarksBefore(
  world: World,
  { channelId, externalId }: Pick<MemberRow, 'channelId' | 'externalId'>,
): Partial<Pick<ConversationRow, 'deliveredUntil' | 'readUntil'>> {
  const marks = waitingMarks(world, channelId, externalId)
  const fields = marks.flatMap(({ status, at }) =>
    status === 'delivered' || status === 'read' ? [[WATERMARK_FIELDS[status], at]] : [],
  )
  return Object.fromEntries(fields)
}

/** When a line left us: a reply may have waited long after it was written. */
export function leftAt({ sentAt, attemptedAt }: Line): number {
  return Math.max(sentAt, attemptedAt ?? 0)
}

/**
 * Whether a watermark says anything about a line: it says so of what the platform took, and a reply that Stella
 * refused never got there.
 */
export function obeysWatermarks(message: MessageRow): boolean {
  if (message.author === 'member' || message.removed) return false
  const failedLater = message.delivery === 'failed' && message.platformMessageId !== null
  return isConfirmed(message.delivery ?? undefined) || failedLater
}

/** When the platform reported that a message was deleted, also where the report came before the message. */
export function deletionOf(
  world: World,
  channelId: string,
  platformMessageId: string | null | undefined,
): number | null {
  if (!platformMessageId) return null
  const receipts = world.receipts.inGroup(messageKey(channelId, platformMessageId))
  return receipts.find((receipt) => receipt.status === 'deleted')?.at ?? null
}

/** An attempt that the platform reported as failed: its echo, come once more, confirms no later attempt. */
export function hasFailed(world: World, channelId: string, platformMessageId?: string): boolean {
  if (!platformMessageId) return false
  const receipts = world.receipts.inGroup(messageKey(channelId, platformMessageId))
  return receipts.some((receipt) => receipt.status === 'failed')
}
