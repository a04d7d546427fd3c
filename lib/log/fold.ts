import type { Queryable, Sql, Transaction } from '@/lib/db/client'
import { isFaultOfValues } from '@/lib/db/driver/unavailable'
import { insertJobs } from '@/lib/db/jobs'
import { type EventRow, insertOwnEvent, takePendingEvents } from '@/lib/db/log/events'
import { announceFeed } from '@/lib/db/log/feed'
import { awaitFold, lockFold } from '@/lib/db/log/fold-lock'
import { readFeedHead } from '@/lib/db/log/load-world'
import { saveWorld } from '@/lib/db/log/save-world'
import type { OwnFact } from '@/lib/domain/fact'
import type { World } from '@/lib/domain/fold/world'
import { english } from '@/lib/i18n/catalogues'
import type { Reason } from '@/lib/i18n/reason'
import { foldBites } from './bites'
import { noteRecorded } from './committed'
import { toJobs } from './effects'
import { EventReader } from './event-reader'
import { foldLoaded } from './fold-loaded'
import { rememberIds } from './ids'
import { isolate } from './isolate'

const CAREFUL_MAX = 500

/** Folds everything that waits, in large bites. Returns how many events it folded. */
export async function foldPending(sql: Sql): Promise<number> {
  let total = 0
  for (;;) {
    const { count, isMore } = await foldNext(sql)
    total += count
    if (!isMore) return total
  }
}

/** Where Postgres refuses what some event says, nothing of the bites stays, and the oldest are folded with care. */
async function foldNext(sql: Sql): Promise<{ count: number; isMore: boolean }> {
  try {
    return await foldBites(sql)
  } catch (error) {
    if (!isFaultOfValues(error)) throw error
    return { count: await foldCarefully(sql), isMore: true }
  }
}

/** The events are taken once and stay those, under one lock: another process never takes the place of one. */
async function foldCarefully(sql: Sql): Promise<number> {
  return sql.begin(async (tx) => {
    await awaitFold(tx)
    const events = await takePendingEvents(tx, CAREFUL_MAX)
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
  const feed = await readFeedHead(tx)
  const read = await new EventReader(tx).read(events, problem)
  const world = await foldLoaded(tx, read, feed, rememberIds())
  await saveWorld(tx, world)
  return world
}
