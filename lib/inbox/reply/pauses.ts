import { randomInt } from 'node:crypto'
import {
  type ConnectionPause,
  deletePause,
  deleteRest,
  findPause,
  listWaitingConversations,
  putPause,
} from '@/lib/db/channel/connection-pauses'
import type { Transaction } from '@/lib/db/client'
import { insertJobs } from '@/lib/db/jobs'
import type { PauseCause } from '@/lib/domain/reply/pause'
import type { Said } from '@/lib/i18n/reason'
import { sendJob } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'

/*
 * When Stella can't be reached, or is not well, the whole connection waits: its other conversations would only knock at
 * the same closed door, or end unconfirmed one after the other. All of it happens under the fold lock, so processes
 * agree (architecture.md "Sending", decision 0018).
 */

/** Longer than a call may take: a process that dies while it tries keeps the others waiting no longer than this. */
const PROBE_MS = 25_000

/**
 * Whether a reply may be attempted now: at once, as the one that finds out whether Stella is back (`knocks`: with a call
 * that sends nothing before it), or not before a moment. `told`: a wait that its writer ought to know of.
 */
export type Passage =
  | { kind: 'open' }
  | { kind: 'probe'; knocks: boolean }
  | { kind: 'closed'; until: number; shown?: { reason: Said; until: number } }

/** Asks for passage. Whoever gets `probe` must end it with `endProbe`, `prolongPause` or `leaveProbe`. */
export async function askPassage(
  tx: Transaction,
  connectionId: string,
  now: number,
): Promise<Passage> {
  const pause = await findPause(tx, connectionId)
  if (!pause) return { kind: 'open' }
  if (pause.until > now)
    return {
      kind: 'closed',
      until: spread(pause.until),
      ...(isLong(pause, now) && { shown: pause }),
    }
  if (pause.tries === 0) {
    await deleteRest(tx, connectionId, now)
    return { kind: 'open' }
  }
  await holdProbe(tx, pause, now)
  return { kind: 'probe', knocks: pause.cause === 'unclear' && !isReplysTurn(pause.tries) }
}

/** The call that sends nothing was answered: the reply that comes now has its own time to be answered in. */
export async function keepProbe(tx: Transaction, connectionId: string, now: number) {
  const pause = await findPause(tx, connectionId)
  if (pause) await holdProbe(tx, pause, now)
}

/** Whoever was to try has nothing to try with any more: another may, at once. */
export async function leaveProbe(tx: Transaction, connectionId: string, now: number) {
  const pause = await findPause(tx, connectionId)
  if (!pause?.probing) return
  await putPause(tx, { ...pause, until: now, probing: false })
  await wakeSome(tx, connectionId, now)
}

interface Failed {
  connectionId: string
  reason: Said
  cause: Exclude<PauseCause, 'limit'>
  retryAfterMs?: number
  /** This call was the one that was to find out. */
  wasProbe: boolean
}

/**
 * Begins a pause, or goes on with it. Calls that were under way when it began say nothing new: only the probe makes
 * the next wait longer. Gives until when nothing is tried; somebody who waits looks again then.
 */
export async function prolongPause(tx: Transaction, call: Failed, now: number): Promise<number> {
  const { connectionId, reason, wasProbe } = call
  const before = await findPause(tx, connectionId)
  const isNew = !before || before.tries === 0
  const tries = isNew ? 1 : before.tries + (wasProbe ? 1 : 0)
  const until = now + toWaitMs(tries, call.cause, call.retryAfterMs)
  const pause: ConnectionPause = {
    connectionId,
    since: before?.since ?? now,
    until: wasProbe || !before ? until : Math.max(before.until, until),
    reason,
    tries,
    probing: wasProbe || isNew ? false : before.probing,
    // Once a reply met an unclear answer, the next one is not risked before the door was knocked at.
    cause: !isNew && before.cause === 'unclear' ? 'unclear' : call.cause,
  }
  await putPause(tx, pause)
  if (isNew) await record(tx, { type: 'connection.paused', connectionId, reason })
  if (isNew || wasProbe) await wakeSome(tx, connectionId, pause.until)
  return pause.until
}

/** Stella answered the probe: everything that waits goes on, each conversation in its own order. */
export async function endProbe(tx: Transaction, connectionId: string): Promise<void> {
  if (!(await findPause(tx, connectionId))) return
  await deletePause(tx, connectionId)
  await record(tx, { type: 'connection.resumed', connectionId })
  const waiting = await listWaitingConversations(tx, connectionId)
  await insertJobs(
    tx,
    waiting.map((conversationId) => sendJob(conversationId)),
  )
}

/** Half a second after an unclear answer, which may have been one slow call; 2 s where nobody was there. */
const WAIT_MIN_MS = { busy: 2_000, unreached: 2_000, unclear: 500 }
const WAIT_MAX_MS = 60_000
const RETRY_AFTER_MAX_MS = 3_600_000

/** As long as Stella asks, else doubling to 60 s; up to a fifth more, so that processes don't knock in step. */
export function toWaitMs(tries: number, cause: Failed['cause'], retryAfterMs?: number): number {
  const asked = retryAfterMs && Math.min(retryAfterMs, RETRY_AFTER_MAX_MS)
  const wait = asked || Math.min(WAIT_MAX_MS, WAIT_MIN_MS[cause] * 2 ** (tries - 1))
  return Math.round(wait * (1 + randomInt(1_000) / 5_000))
}

/**
 * No page says what Stella makes of a call without a message. Where it leaves that unanswered although it is well, a
 * reply has to find out: at the 4th, 8th, 16th … try, so that an hour of trouble costs five of them and not sixty.
 */
export function isReplysTurn(tries: number): boolean {
  return tries >= 4 && Number.isInteger(Math.log2(tries))
}

const SPREAD_MS = 500

/** Conversations that wait for the same moment come one after the other, so that one of them can try first. */
export function spread(until: number): number {
  return until + randomInt(SPREAD_MS)
}

/** A rest of a second or so is nothing to speak of. */
const LONG_MS = 10_000

function isLong({ tries, until }: ConnectionPause, now: number): boolean {
  return tries > 0 || until - now > LONG_MS
}

async function holdProbe(tx: Transaction, pause: ConnectionPause, now: number) {
  await putPause(tx, { ...pause, until: now + PROBE_MS, probing: true })
}

/** Enough that one of them still has something to send by then. */
const WOKEN_MAX = 5

async function wakeSome(tx: Transaction, connectionId: string, at: number) {
  const waiting = await listWaitingConversations(tx, connectionId, WOKEN_MAX)
  await insertJobs(
    tx,
    waiting.map((conversationId) => sendJob(conversationId, spread(at))),
  )
}
