import { hash } from 'node:crypto'
import type { Sql } from '@/lib/db/client'
import { isFaultOfValues } from '@/lib/db/driver/unavailable'
import { type DeliveryInsert, insertDeliveries } from '@/lib/db/log/events'
import { AppError } from '@/lib/errors'
import { mergeRepeats } from './merge-repeats'
import type { SpoolDrain } from './spool/drain-spool'
import type { Spool } from './spool/spool'

/** Deliveries that share one INSERT, and their bytes: a statement takes several times as much memory as they do. */
const BATCH_MAX = 256
const BATCH_BYTES_MAX = 4 * 1024 * 1024
/** Deliveries not yet durable, and their bytes; beyond it the sender is told to come back, which loses nothing. */
const QUEUE_MAX = 2_000
const QUEUE_BYTES_MAX = 64 * 1024 * 1024
/** An answer is due before the sender gives up. What is stored after it comes again as a repeat. */
const DEADLINE_MS = 10_000
/** With a spool nobody waits longer for Postgres: what is in the log after it as well is there once all the same. */
const PATIENCE_MS = 2_000

const NO_ANSWER = new Error('No answer in time')

/** Where a delivery is durable. */
type Kept = 'log' | 'spool'

/** Where deliveries go while Postgres is away, and what brings them from there into the log. */
interface SpoolWay {
  spool: Pick<Spool, 'append' | 'isHolding' | 'queued'>
  drain: Pick<SpoolDrain, 'isEnding'>
}

interface Waiting {
  delivery: DeliveryInsert & { receivedAt: number }
  timer: NodeJS.Timeout | undefined
  /** It goes to the spool, whatever becomes of a statement that it is in. */
  isSpooled: boolean
  isCounted: boolean
  resolve: (kept: Kept) => void
  reject: (error: unknown) => void
}

/**
 * Group commit: what arrives while an INSERT is under way shares the next one, and each caller is answered only after its
 * own row is committed (architecture.md "Append"). Where Postgres is away, or takes too long, the delivery is answered once
 * it lies in the local spool; as long as anything lies there, what comes later lies down behind it ("Spool").
 */
export class Appender {
  private waiting: Waiting[] = []
  /** Of those that wait and those whose INSERT is under way. */
  private bytes = 0
  private running = 0
  /** Until this process may write to the log, as while Postgres is away at its start, everything goes to the spool. */
  private isHeld = false

  constructor(
    private readonly sql: Sql,
    private readonly way?: SpoolWay,
    /** Two statements in flight keep the disk busy while the next batch gathers. */
    private readonly parallel = 2,
  ) {}

  /**
   * Resolves when the delivery is durable, and says where. Throws AppError `unavailable` when it can't be made so, or too
   * many wait.
   */
  append(channelId: string, body: Buffer, headers: Record<string, string>): Promise<Kept> {
    const queued = this.waiting.length + (this.way?.spool.queued ?? 0)
    if (queued >= QUEUE_MAX || this.bytes + body.length > QUEUE_BYTES_MAX)
      throw new AppError('unavailable', 'Too many events are waiting to be stored.')
    const sha256 = hash('sha256', body, 'buffer')
    const delivery = { channelId, body, sha256, headers, deliveries: 1, receivedAt: Date.now() }
    return new Promise((resolve, reject) => {
      const given = { delivery, isSpooled: false, isCounted: true, resolve, reject }
      const patience = this.way ? PATIENCE_MS : DEADLINE_MS
      const each: Waiting = { ...given, timer: setTimeout(() => this.giveUp(each), patience) }
      this.bytes += body.length
      this.waiting.push(each)
      this.pump()
    })
  }

  /** Until `release`, nothing is written to the log. */
  hold() {
    this.isHeld = true
  }

  release() {
    this.isHeld = false
    this.pump()
  }

  /** Goes on with what waits, when something may have changed: the spool is empty, or fills again. */
  pump() {
    const { way } = this
    if (way && (this.isHeld || way.spool.isHolding)) {
      // Near its end the rest is a matter of a moment, and no delivery could end it while others lie down behind it.
      if (this.isHeld || !way.drain.isEnding)
        for (const each of this.waiting.splice(0)) this.toSpool(way, each)
      return
    }
    if (this.running >= this.parallel || this.waiting.length === 0) return
    const batch = this.waiting.splice(0, batchSize(this.waiting))
    this.running += 1
    this.write(batch).finally(() => {
      for (const each of batch) this.uncount(each)
      this.running -= 1
      this.pump()
    })
  }

  private async write(batch: Waiting[]) {
    try {
      await insertDeliveries(this.sql, toRows(batch.map(({ delivery }) => delivery)))
      for (const each of batch) this.settle(each, () => each.resolve('log'))
    } catch (error) {
      const { way } = this
      for (const each of batch.filter(({ isSpooled }) => !isSpooled)) {
        // Also where its commit may have been lost on the way: in the log it is the same row.
        if (way && !isFaultOfValues(error)) this.toSpool(way, each)
        else this.settle(each, () => this.refuse(each, error))
      }
    }
  }

  /** Too long for who waits for the answer. */
  private giveUp(each: Waiting) {
    if (!this.way) return this.refuse(each, NO_ANSWER)
    this.waiting = this.waiting.filter((other) => other !== each)
    this.toSpool(this.way, each)
    this.pump()
  }

  private toSpool({ spool }: SpoolWay, each: Waiting) {
    each.isSpooled = true
    clearTimeout(each.timer)
    each.timer = setTimeout(() => this.refuse(each, NO_ANSWER), DEADLINE_MS)
    spool
      .append(each.delivery)
      .then(
        () => each.resolve('spool'),
        (error) => this.refuse(each, error),
      )
      .finally(() => this.settle(each, () => this.uncount(each)))
  }

  private refuse(each: Waiting, cause: unknown) {
    each.reject(cause instanceof AppError ? cause : notDurable(cause))
  }

  private settle(each: Waiting, done: () => void) {
    clearTimeout(each.timer)
    done()
  }

  private uncount(each: Waiting) {
    if (each.isCounted) this.bytes -= each.delivery.body.length
    each.isCounted = false
  }
}

/** How many of those that wait share the next INSERT: at least one, however large it is. */
function batchSize(waiting: Waiting[]): number {
  let bytes = 0
  const over = waiting.slice(0, BATCH_MAX).findIndex(({ delivery }) => {
    bytes += delivery.body.length
    return bytes > BATCH_BYTES_MAX
  })
  return over < 0 ? BATCH_MAX : Math.max(1, over)
}

/** In one order for all writers, so that two batches with the same rows can't wait for each other. Postgres says when. */
function toRows(deliveries: DeliveryInsert[]): DeliveryInsert[] {
  const rows = mergeRepeats(deliveries.map((each) => ({ ...each, receivedAt: undefined })))
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function notDurable(cause: unknown): AppError {
  const error = new AppError('unavailable', 'The event could not be stored. Send it again.')
  error.cause = cause
  return error
}
