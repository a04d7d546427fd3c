import type { Queryable } from '@/lib/db/client'
import type { EventRow } from '@/lib/db/log/events'
import { loadChannels } from '@/lib/db/log/fold-reads'
import type { OwnFact } from '@/lib/domain/fact'
import type { FoldEvent } from '@/lib/domain/fold/event'
import type { ChannelRow } from '@/lib/domain/rows'
import { type Reason, reason } from '@/lib/i18n/reason'
import { readDelivery } from '@/lib/stella/read-delivery'
import type { ReadingContext } from '@/lib/stella/reading/reading'

type KnownChannel = Pick<ChannelRow, 'platform' | 'externalId' | 'dialect'>
type KnownChannels = Map<string, KnownChannel>

/**
 * Reads events in the order in which they are folded. A delivery is read with its channel in mind, as the events before it
 * left it: those in the database, and those read here.
 */
export class EventReader {
  private readonly channels: KnownChannels = new Map()

  constructor(private readonly tx: Queryable) {}

  /** What these events mean; with `problem`, they are not read but quarantined for it. */
  async read(events: EventRow[], problem?: Reason): Promise<FoldEvent[]> {
    const ids = new Set(events.flatMap((event) => event.channelId ?? []))
    const unknown = [...ids].filter((id) => !this.channels.has(id))
    if (unknown.length > 0)
      for (const row of await loadChannels(this.tx, unknown)) this.channels.set(row.id, row)
    return events.map((event) => readNext(event, this.channels, problem))
  }
}

function readNext(event: EventRow, channels: KnownChannels, problem?: Reason): FoldEvent {
  const next = toFoldEvent(event, channels, problem)
  if ('own' in next.reading) noteChannel(channels, next.reading.own)
  return next
}

function noteChannel(channels: KnownChannels, fact: OwnFact) {
  if (fact.type === 'channel.connected')
    channels.set(fact.channelId, { ...fact, dialect: fact.dialect ?? 'stella' })
  const known = fact.type === 'channel.changed' ? channels.get(fact.channelId) : undefined
  if (fact.type === 'channel.changed' && known)
    channels.set(fact.channelId, {
      ...known,
      externalId: fact.externalId,
      dialect: fact.dialect ?? known.dialect,
    })
}

/** Appended by `record`, which only takes an OwnFact. */
function toOwnFact(event: EventRow): OwnFact {
  return { type: event.kind, ...JSON.parse(Buffer.from(event.body).toString('utf8')) } as OwnFact
}

function toFoldEvent(event: EventRow, channels: KnownChannels, problem?: Reason): FoldEvent {
  const { id, kind, channelId, agentId, receivedAt } = event
  const base = { id, kind, channelId, agentId, receivedAt }
  if (problem) return { ...base, reading: { facts: [], ignored: [], problems: [problem] } }
  if (kind !== 'webhook') return { ...base, reading: { own: toOwnFact(event) } }
  const channel = channelId ? channels.get(channelId) : undefined
  const reading = channel
    ? readDelivery(event.body, toContext(channel, receivedAt))
    : { facts: [], ignored: [], problems: [reason('delivery.problem.noChannel')] }
  return { ...base, reading }
}

function toContext(
  { platform, externalId, dialect }: KnownChannel,
  receivedAt: number,
): ReadingContext {
  return { platform, externalId, dialect, receivedAt }
}
