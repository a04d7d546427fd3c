import { randomInt } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import {
  type ConnectionPause,
  deletePause,
  findPause,
  listWaitingConversations,
  putPause,
} from '@/lib/db/connection-pauses'
import { insertJobs } from '@/lib/db/jobs'
import { sendJob } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'

/*
 * When a call to Stella ends unreached, the whole connection waits: its other conversations would only knock at the
 * same closed door. All of it happens under the fold lock, so processes agree (architecture.md "Sending").
 */

/** Longer than a call may take: a process that dies while it tries keeps the others waiting no longer than this. */
const PROBE_MS = 25_000

/** Whether a reply may be attempted now: at once, as the one that finds out whether Stella is back, or not before. */
export type Passage = { kind: 'open' } | { kind: 'probe' } | { kind: 'closed'; until: number }

/** Asks for passage. Whoever gets `probe` must end it with `endProbe` or `prolongPause`. */
export async function askPassage(
  tx: Transaction,
  connectionId: string,
  now: number,
): Promise<Passage> {
  const pause = await findPause(tx, connectionId)
  if (!pause) return { kind: 'open' }
  if (pause.until > now) return { kind: 'closed', until: spread(pause.until) }
  if (pause.tries > 0) {
    await putPause(tx, { ...pause, until: now + PROBE_MS, probing: true })
    return { kind: 'probe' }
  }
  await deletePause(tx, connectionId)
  return { kind: 'open' }
}

interface Unreached {
  connectionId: string
  reason: string
  retryAfterMs?: number
  /** This call was the one that was to find out. */
  wasProbe: boolean
}

/**
 * Begins a pause, or goes on with it. Calls that were under way when it began say nothing new: only the probe makes
 * the next wait longer. Gives until when nothing is tried.
 */
export async function prolongPause(tx: Transaction, call: Unreached, now: number): Promise<number> {
  const { connectionId, reason, wasProbe } = call
  const before = await findPause(tx, connectionId)
  const isNew = !before || before.tries === 0
  const tries = isNew ? 1 : before.tries + (wasProbe ? 1 : 0)
  const until = now + toWaitMs(tries, call.retryAfterMs)
  const pause: ConnectionPause = {
    connectionId,
    since: before?.since ?? now,
    until: isNew || wasProbe ? until : Math.max(before.until, until),
    reason,
    tries,
    probing: wasProbe || isNew ? false : before.probing,
  }
  await putPause(tx, pause)
  if (isNew) await record(tx, { type: 'connection.paused', connectionId, reason })
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

/** The limit is used up but nothing failed: a rest that needs no banner and no probe. */
export async function rest(
  tx: Transaction,
  { connectionId, pauseMs, reason }: { connectionId: string; pauseMs: number; reason: string },
  now: number,
): Promise<void> {
  if (await findPause(tx, connectionId)) return
  const until = now + pauseMs
  await putPause(tx, { connectionId, since: now, until, reason, tries: 0, probing: false })
}

const WAIT_MIN_MS = 2_000
const WAIT_MAX_MS = 60_000
const RETRY_AFTER_MAX_MS = 3_600_000

/** As long as Stella asks, else 2 s doubling to 60 s; up to a fifth more, so that processes don't knock in step. */
export function toWaitMs(tries: number, retryAfterMs?: number): number {
  const asked = retryAfterMs && Math.min(retryAfterMs, RETRY_AFTER_MAX_MS)
  const wait = asked || Math.min(WAIT_MAX_MS, WAIT_MIN_MS * 2 ** (tries - 1))
  return Math.round(wait * (1 + randomInt(1_000) / 5_000))
}

const SPREAD_MS = 500

/** Conversations that wait for the same moment come one after the other, so that one of them can try first. */
function spread(until: number): number {
  return until + randomInt(SPREAD_MS)
}
