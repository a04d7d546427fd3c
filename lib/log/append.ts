import { hash } from 'node:crypto'
import type { Sql } from '@/lib/db/client'
import { type DeliveryInsert, insertDeliveries } from '@/lib/db/log/events'
import { AppError } from '@/lib/errors'

/** Deliveries that share one INSERT, and their bytes: a statement takes several times as much memory as they do. */
const BATCH_MAX = 256
const BATCH_BYTES_MAX = 4 * 1024 * 1024
/** Deliveries not yet durable, and their bytes; beyond it the sender is told to come back, which loses nothing. */
const QUEUE_MAX = 2_000
const QUEUE_BYTES_MAX = 64 * 1024 * 1024
/** An answer is due before the sender gives up. What is stored after it comes again as a repeat. */
const DEADLINE_MS = 10_000

interface Waiting {
  delivery: DeliveryInsert
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * Group commit: what arrives while an INSERT is under way shares the next one, and each caller is answered only
 * after its own row is committed (architecture.md "Append").
 */
export class Appender {
  private waiting: Waiting[] = []
  /** Of those that wait and those whose INSERT is under way. */
  private bytes = 0
  private running = 0

  constructor(
    private readonly sql: Sql,
    /** Two statements in flight keep the disk busy while the next batch gathers. */
    private readonly parallel = 2,
  ) {}

  /** Resolves when the delivery is durable. Throws AppError `unavailable` when the queue is full or Postgres is away. */
  append(channelId: string, body: Buffer, headers: Record<string, string>): Promise<void> {
    if (this.waiting.length >= QUEUE_MAX || this.bytes + body.length > QUEUE_BYTES_MAX)
      throw new AppError('unavailable', 'Too many events are waiting to be stored.')
    const sha256 = hash('sha256', body, 'buffer')
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(notDurable(new Error('No answer in time'))), DEADLINE_MS)
      const settle = (done: () => void) => {
        clearTimeout(late)
        done()
      }
      this.bytes += body.length
      this.waiting.push({
        delivery: { channelId, body, sha256, headers, deliveries: 1 },
        resolve: () => settle(resolve),
        reject: (error) => settle(() => reject(error)),
      })
      this.pump()
    })
  }

  private pump() {
    if (this.running >= this.parallel || this.waiting.length === 0) return
    const batch = this.waiting.splice(0, batchSize(this.waiting))
    this.running += 1
    this.write(batch).finally(() => {
      for (const { delivery } of batch) this.bytes -= delivery.body.length
      this.running -= 1
      this.pump()
    })
  }

  private async write(batch: Waiting[]) {
    try {
      await insertDeliveries(this.sql, merge(batch.map((each) => each.delivery)))
      for (const each of batch) each.resolve()
    } catch (error) {
      for (const each of batch) each.reject(notDurable(error))
    }
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

/** One row may be met only once by an upsert: equal bodies of one batch become one row with a count. */
function merge(deliveries: DeliveryInsert[]): DeliveryInsert[] {
  const rows = new Map<string, DeliveryInsert>()
  for (const delivery of deliveries) {
    const key = `${delivery.channelId}:${delivery.sha256.toString('base64')}`
    const known = rows.get(key)
    if (known) known.deliveries += 1
    else rows.set(key, { ...delivery })
  }
  // One order for all writers, so that two batches with the same rows can't wait for each other.
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function notDurable(cause: unknown): AppError {
  const error = new AppError('unavailable', 'The event could not be stored. Send it again.')
  error.cause = cause
  return error
}
