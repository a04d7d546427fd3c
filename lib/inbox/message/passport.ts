import type { Context } from '@/lib/context'
import { allIdsOf } from '@/lib/db/conversation/merged'
import {
  findTravelled,
  type JourneyEvent,
  type JourneyReceipt,
  listJourney,
  listReceiptsOf,
} from '@/lib/db/message/journey'
import type { Hop, Passport } from '@/lib/domain/message/passport'
import type { Viewer } from '@/lib/domain/people/viewer'
import { forbiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import { type ShownDelivery, tellDeleted } from './withheld-bytes'

/**
 * Where a message came from and what happened to it, in the order of the log: who wrote it, how long it was held,
 * each attempt with Stella's answer, the echo, and what the platform reported. What a deleted message said stands in
 * its bytes, so they are for those who see the log. Throws `not_found`.
 */
export async function readPassport(
  ctx: Context,
  viewer: Pick<Viewer, 'role'>,
  place: { conversationId: string; messageId: string },
): Promise<Passport> {
  const { conversationId, messageId } = place
  const message = await findTravelled(ctx.sql, { conversationId, messageId })
  if (!message) throw new AppError('not_found', reason('message.notHere'))
  const ids = await allIdsOf(ctx.sql, conversationId)
  // Each change of its words came by a delivery of its own.
  const wordings = (message.context?.wordings ?? []).map(({ eventId }) => eventId)
  const eventIds = [message.eventId, message.echoEventId ?? [], wordings].flat(2)
  const events = await listJourney(ctx.sql, { messageId, conversationIds: ids, eventIds })
  const receipts = await listReceiptsOf(ctx.sql, message)
  const hops = [
    ...events.map((event) => toHop(event, event.id === message.echoEventId)),
    ...receipts.map(toReceiptHop),
  ]
  hops.sort((a, b) => a.eventId - b.eventId)
  const seesLog = !forbiddenBecause(viewer, 'see-log')
  const bytes = [...events.filter(({ kind }) => kind === 'webhook'), ...receipts.map(toDelivery)]
  const { channelId } = message
  if (seesLog || !(await tellDeleted(ctx, { conversationId, channelId }, bytes))) return { hops }
  return { hops: hops.map(({ raw: _, ...hop }) => hop), withheld: WITHHELD }
}

const WITHHELD = reason('message.passport.withheld')

function toDelivery({ eventId: id, body, receivedAt }: JourneyReceipt): ShownDelivery {
  return { id, body, receivedAt }
}

function toHop(event: JourneyEvent, isEcho: boolean): Hop {
  const { receivedAt: at, id: eventId, deliveries, reading } = event
  const body = Buffer.from(event.body).toString('utf8')
  if (event.kind !== 'webhook')
    return { at, eventId, source: event.agentName ?? 'stella-inbox', ...toStep(event.kind, body) }
  const times = reason('message.passport.received', { count: deliveries })
  return {
    at,
    eventId,
    source: reason('message.passport.stella'),
    text: isEcho ? reason('message.passport.echo') : reason('message.passport.webhook'),
    more: [reading ?? [], deliveries > 1 ? times : []].flat(),
    raw: body,
  }
}

const STEPS: Record<string, Reason> = {
  'reply.queued': reason('message.passport.queued'),
  'reply.attempted': reason('message.passport.attempted'),
  'reply.sent': reason('message.passport.sent'),
  'reply.refused': reason('message.passport.refused'),
  'reply.delayed': reason('message.passport.delayed'),
  'reply.unconfirmed': reason('message.passport.unconfirmed'),
  'reply.requeued': reason('message.passport.requeued'),
  'reply.confirmed': reason('message.passport.confirmed'),
  'reply.cancelled': reason('message.passport.cancelled'),
  'reply.rescheduled': reason('message.passport.rescheduled'),
  'reply.due': reason('message.passport.due'),
  'reply.withdrawn': reason('message.passport.withdrawn'),
}

/** What an event of ours about a reply may name. Moments are epoch ms. */
interface StepBody {
  reason?: Said
  platformMessageId?: string
  heldUntil?: number
  sendAt?: number
  nextAttemptAt?: number
}

function toStep(kind: string, body: string): Pick<Hop, 'text' | 'more'> {
  const step: StepBody = JSON.parse(body)
  const more = [step.reason || [], step.platformMessageId || [], timesOf(step)].flat()
  return { text: STEPS[kind] ?? kind, more }
}

/** Moments that an event names. */
function timesOf({ heldUntil, sendAt, nextAttemptAt }: StepBody): Reason[] {
  return [
    heldUntil === undefined ? [] : reason('message.passport.heldUntil', { at: { at: heldUntil } }),
    sendAt === undefined ? [] : reason('message.passport.sendAt', { at: { at: sendAt } }),
    nextAttemptAt === undefined
      ? []
      : reason('message.passport.nextAttemptAt', { at: { at: nextAttemptAt } }),
  ].flat()
}

function toReceiptHop({ status, at, error, eventId, body }: JourneyReceipt): Hop {
  return {
    at,
    eventId,
    source: reason('message.passport.platform'),
    text: RECEIPTS[status] ?? status,
    more: error ? [error] : [],
    raw: Buffer.from(body).toString('utf8'),
  }
}

const RECEIPTS: Record<string, Reason> = {
  sent: reason('message.passport.accepted'),
  delivered: reason('message.passport.delivered'),
  read: reason('message.passport.read'),
  failed: reason('message.passport.undelivered'),
  deleted: reason('message.passport.deleted'),
}
