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
import { english } from '@/lib/i18n/catalogues'
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
  if (!message) throw new AppError('not_found', 'There is no such message here.')
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

const WITHHELD = 'A message was deleted, so its bytes are shown to admins only, in the event log.'

function toDelivery({ eventId: id, body, receivedAt }: JourneyReceipt): ShownDelivery {
  return { id, body, receivedAt }
}

function toHop(event: JourneyEvent, isEcho: boolean): Hop {
  const { receivedAt: at, id: eventId } = event
  const body = Buffer.from(event.body).toString('utf8')
  if (event.kind !== 'webhook')
    return {
      at,
      eventId,
      source: event.agentName ?? 'stella-inbox',
      text: toWords(event.kind, body),
    }
  const times = event.deliveries > 1 ? `, received × ${event.deliveries}` : ''
  const what = isEcho ? 'Echo: Stella confirms that it was sent' : 'Webhook'
  const text = [what, event.reading].filter(Boolean).join(' · ') + times
  return { at, eventId, source: 'Stella', text, raw: body }
}

const WORDS: Record<string, string> = {
  'reply.queued': 'Written and queued',
  'reply.attempted': 'Handed to Stella',
  'reply.sent': 'Stella accepted it',
  'reply.refused': 'Stella refused it',
  'reply.delayed': 'Stella could not be reached',
  'reply.unconfirmed': 'No clear answer from Stella',
  'reply.requeued': 'Sent again by hand',
  'reply.confirmed': 'Marked as arrived by hand',
  'reply.cancelled': 'Cancelled',
  'reply.rescheduled': 'Scheduled anew',
  'reply.due': 'Its time has come',
  'reply.withdrawn': 'Taken back before it was sent',
}

function toWords(kind: string, body: string): string {
  const { reason, platformMessageId, ...when } = JSON.parse(body)
  return [WORDS[kind] ?? kind, reason, platformMessageId, ...timesOf(when)]
    .filter(Boolean)
    .join(' · ')
}

/** Moments that an event names, in UTC: the dialog shows only when each step happened. */
function timesOf(when: { heldUntil?: number; sendAt?: number; nextAttemptAt?: number }) {
  const { heldUntil, sendAt, nextAttemptAt } = when
  const toUtc = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  return [
    heldUntil === undefined ? undefined : `held back for undo until ${toUtc(heldUntil)}`,
    sendAt === undefined ? undefined : `to be sent at ${toUtc(sendAt)}`,
    nextAttemptAt === undefined ? undefined : `next attempt at ${toUtc(nextAttemptAt)}`,
  ]
}

function toReceiptHop({ status, at, error, eventId, body }: JourneyReceipt): Hop {
  return {
    at,
    eventId,
    source: 'Platform',
    text: [RECEIPT_WORDS[status] ?? status, error && english.say(error)]
      .filter(Boolean)
      .join(' · '),
    raw: Buffer.from(body).toString('utf8'),
  }
}

const RECEIPT_WORDS: Record<string, string> = {
  sent: 'The platform took it',
  delivered: 'Delivered to the phone',
  read: 'Read',
  failed: 'The platform could not deliver it',
  deleted: 'Deleted on the platform',
}
