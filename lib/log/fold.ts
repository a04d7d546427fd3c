import type { Queryable, Sql, Transaction } from '@/lib/db/client'
import { insertJobs } from '@/lib/db/jobs'
import { type EventRow, insertOwnEvent, takePendingEvents } from '@/lib/db/log/events'
import { announceFeed } from '@/lib/db/log/feed'
import { awaitFold, lockFold } from '@/lib/db/log/fold-lock'
import { findAnswered, loadChannels } from '@/lib/db/log/fold-reads'
import { loadWorld, readFeedHead } from '@/lib/db/log/load-world'
import { saveWorld } from '@/lib/db/log/save-world'
import type { OwnFact } from '@/lib/domain/fact'
import type { FoldEvent } from '@/lib/domain/fold/event'
import { foldEvent } from '@/lib/domain/fold/fold-event'
import { emptyWorld, type World } from '@/lib/domain/fold/world'
import type { ChannelRow } from '@/lib/domain/rows'
import { english } from '@/lib/i18n/catalogues'
import { type Reason, reason } from '@/lib/i18n/reason'
import { readDelivery } from '@/lib/stella/read-delivery'
import { conversationIdOf } from '../domain/fold/conversation/find-conversation'
import { noteRecorded } from './committed'
import { toJobs } from './effects'
import { rememberIds } from './ids'
import { isolate } from './isolate'
import { addAnswer, needsOf } from './needs'

const BATCH_MAX = 500

/** Folds everything that waits, batch by batch. Returns how many events it folded. */
export async function foldPending(sql: Sql): Promise<number> {
  let total = 0
  for (;;) {
    const count = await foldBatch(sql)
    total += count
    if (count === 0) return total
  }
}

/** The events are taken once and stay those, under one lock: another process never takes the place of one. */
async function foldBatch(sql: Sql): Promise<number> {
  return sql.begin(async (tx) => {
    await awaitFold(tx)
    const events = await takePendingEvents(tx, BATCH_MAX)
    if (events.length > 0) await isolate(tx, events, foldAndAnnounce)
    return events.length
  })
}

/**
 * Appends one of our own events and folds it in the caller's transaction, so that the caller reads its own write.
 * Takes the fold lock. The `conversationId`, `channelId` and `agentId` are for finding the event again.
 */
export async function record(
  tx: Transaction,
  fact: OwnFact,
  about: { conversationId?: string; channelId?: string; agentId?: string } = {},
): Promise<void> {
  await lockFold(tx)
  const { type, ...body } = fact
  const event = await insertOwnEvent(tx, { kind: type, body, ...about })
  const world = await foldAndAnnounce(tx, [event])
  const outcome = world.outcomes.get(String(event.id))
  // Our own events are valid before they are appended: one that can't be folded must not be committed.
  if (outcome?.error) throw new Error(english.say(outcome.error))
  noteRecorded(tx, fact, about.agentId)
}

/** Folds events in the caller's transaction, adds the jobs that this asks for and wakes those who stream changes. */
export async function foldAndAnnounce(tx: Queryable, events: EventRow[], problem?: Reason) {
  const world = await foldInto(tx, events, problem)
  await insertJobs(tx, toJobs(world.effects))
  await announceFeed(tx, world.feed)
  return world
}

/** Load → pure fold → save. Reads and writes the folded tables that the search path names first. */
export async function foldInto(
  tx: Queryable,
  events: EventRow[],
  problem?: Reason,
): Promise<World> {
  const world = emptyWorld(await readFeedHead(tx), rememberIds())
  const channels = await channelsOf(tx, events)
  const readable = events.map((event) => readNext(event, channels, problem))
  const needs = needsOf(readable, (channelId, externalId) =>
    conversationIdOf(world, channelId, externalId),
  )
  for (const event of events)
    if (event.kind === 'reply.sent') await needAnswer(tx, needs, readable, event)
  await loadWorld(tx, world, needs)
  for (const event of readable) foldEvent(world, event)
  await saveWorld(tx, world)
  return world
}

/** A delivery is read with its channel in mind, so channels come before all else: as they were before this batch. */
async function channelsOf(tx: Queryable, events: EventRow[]): Promise<KnownChannels> {
  const ids = [...new Set(events.flatMap((event) => event.channelId ?? []))]
  const rows = await loadChannels(tx, ids)
  return new Map(rows.map((row) => [row.id, row]))
}

type KnownChannels = Map<string, Pick<ChannelRow, 'platform' | 'externalId' | 'dialect'>>

/** Reads an event with its channel as the events before it left it: a rebuild has them in one batch. */
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
    ? readDelivery(event.body, { ...channel, receivedAt })
    : { facts: [], ignored: [], problems: [reason('delivery.problem.noChannel')] }
  return { ...base, reading }
}

/** Stella's answer names a platform id, and who holds that id decides what the answer means. */
async function needAnswer(
  tx: Queryable,
  needs: ReturnType<typeof needsOf>,
  events: FoldEvent[],
  event: EventRow,
) {
  const reading = events.find((each) => each.id === event.id)?.reading
  const own = reading && 'own' in reading ? reading.own : undefined
  if (own?.type !== 'reply.sent' || !own.platformMessageId) return
  const message = await findAnswered(tx, own.messageId)
  if (!message) return
  needs.replies.add(message.conversationId)
  addAnswer(needs, message.channelId, own.platformMessageId)
  if (message.platformMessageId) addAnswer(needs, message.channelId, message.platformMessageId)
}
