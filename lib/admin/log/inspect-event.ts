import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findChannel } from '@/lib/db/channel/channels'
import { listTouchedRows, listTwinCandidates, type Named } from '@/lib/db/log/event-effects'
import { findEvent } from '@/lib/db/log/event-listing'
import { compareFields } from '@/lib/domain/log/compare-facts'
import type { EventInspection } from '@/lib/domain/log/event-inspection'
import type { WholeEvent } from '@/lib/domain/log/event-listing'
import { TWIN_SECONDS_MAX } from '@/lib/domain/message/sightings'
import type { InboundFact, WebhookFact } from '@/lib/domain/message/webhook-facts'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { readDelivery } from '@/lib/stella/read-delivery'
import { isSignedBy } from '@/lib/stella/signature/signature'
import { listOpened } from '../channel/rotate-secret'

type Channel = NonNullable<Awaited<ReturnType<typeof findChannel>>>

/** Looks at one event from all sides; reads only. Throws `not_found`. */
export async function inspectEvent(ctx: Context, id: number): Promise<EventInspection> {
  const event = await findEvent(ctx.sql, id)
  if (!event) throw new AppError('not_found', reason('log.problem.noEvent', { id }))
  if (event.kind !== 'webhook') return { rows: await listTouchedRows(ctx.sql, namesOfOwn(event)) }
  const channel = event.channelId ? await findChannel(ctx.sql, event.channelId) : undefined
  if (!channel) return { rows: [] }
  const reading = readDelivery(event.body, contextOf(channel, event.receivedAt))
  return {
    signature: await judgeSignature(ctx, event, channel),
    reading,
    rows: await listTouchedRows(ctx.sql, namesOf(event, channel, reading.facts)),
    twin: await findTwin(ctx, event, channel, reading.facts),
  }
}

function contextOf({ platform, externalId, dialect }: Channel, receivedAt: number) {
  return { platform, externalId, dialect, receivedAt }
}

/** It was right when it came, or it would not be here; whether it still is depends on the secrets of today. */
async function judgeSignature(
  ctx: Context,
  event: WholeEvent,
  channel: Channel,
): Promise<EventInspection['signature']> {
  const headers = Object.entries(event.headers ?? {})
  const secrets = await listOpened(ctx, channel.id)
  for (const [header, value] of headers)
    for (const { slot, secret } of secrets)
      if (isSignedBy(secret, event.body, value))
        return { header, state: 'valid', text: reason('log.arrival.signed', { slot }) }
  const header = headers.find(([name]) => name.endsWith('signature'))?.[0]
  return header
    ? { header, state: 'secret-gone', text: reason('log.arrival.secretGone') }
    : { state: 'not-kept', text: reason('log.arrival.headerNotKept') }
}

const uuid = z.uuid()

/** Our own events name their rows by id. */
function namesOfOwn(event: WholeEvent): Named {
  const body: unknown = JSON.parse(Buffer.from(event.body).toString('utf8'))
  const named = z
    .object({ messageId: uuid.optional(), conversationId: uuid.optional() })
    .catch({})
    .parse(body)
  return {
    eventId: event.id,
    channelId: event.channelId ?? NO_CHANNEL,
    memberExternalIds: [],
    platformMessageIds: [],
    contentKeys: [],
    messageIds: named.messageId ? [named.messageId] : [],
    conversationIds: [named.conversationId ?? event.conversationId ?? []].flat(),
  }
}

const NO_CHANNEL = '00000000-0000-0000-0000-000000000000'

function namesOf(event: WholeEvent, channel: Channel, facts: WebhookFact[]): Named {
  const inbound = facts.filter((fact) => fact.type === 'inbound')
  return {
    eventId: event.id,
    channelId: channel.id,
    memberExternalIds: facts.flatMap((fact) =>
      'memberExternalId' in fact ? fact.memberExternalId : [],
    ),
    platformMessageIds: facts.flatMap((fact) =>
      'platformMessageId' in fact ? (fact.platformMessageId ?? []) : [],
    ),
    contentKeys: inbound.flatMap((fact) => (fact.timeless ? fact.contentKey : [])),
    messageIds: [],
    conversationIds: [],
  }
}

async function findTwin(
  ctx: Context,
  event: WholeEvent,
  channel: Channel,
  facts: WebhookFact[],
): Promise<EventInspection['twin']> {
  const mine = facts.find((fact) => fact.type === 'inbound')
  if (!mine) return undefined
  const candidates = await listTwinCandidates(ctx.sql, {
    id: event.id,
    channelId: channel.id,
    receivedAt: event.receivedAt,
    isNormalized: mine.source === 'normalized',
    words: mine.memberExternalId,
  })
  for (const { id, body, receivedAt } of candidates) {
    const other = readDelivery(body, contextOf(channel, receivedAt)).facts.find((fact) =>
      isTwin(mine, fact),
    )
    if (other?.type === 'inbound') return toTwin(event.id, mine, id, other, body)
  }
  return undefined
}

/** The rule of the fold, for two events alone: other source, equal content, times that may be one message's. */
function isTwin(mine: InboundFact, other: WebhookFact): boolean {
  if (other.type !== 'inbound' || other.source === mine.source) return false
  if (other.contentKey !== mine.contentKey) return false
  return mine.timeless || Math.abs(other.at - mine.at) <= TWIN_SECONDS_MAX * 1_000
}

function toTwin(
  id: number,
  mine: InboundFact,
  twinId: number,
  other: InboundFact,
  body: Uint8Array,
): EventInspection['twin'] {
  const [raw, normalized] = mine.source === 'raw' ? [mine, other] : [other, mine]
  return {
    id: twinId,
    raw: mine.source === 'raw' ? id : twinId,
    normalized: mine.source === 'raw' ? twinId : id,
    body: Buffer.from(body).toString('utf8'),
    fields: compareFields(raw, normalized),
  }
}
