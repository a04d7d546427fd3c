import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '@/lib/db/client'
import { isRefusedForValues } from '@/lib/db/driver/unavailable'
import { type DeliveryInsert, insertDeliveries } from '@/lib/db/log/events'
import { mergeRepeats } from '../merge-repeats'
import type { Spool } from './spool'
import type { SpoolBatch } from './spool-file'
import { type SpooledDelivery, toPayload } from './spool-record'

/** Deliveries that share one INSERT. */
const BATCH_MAX = 256
/** With less than this left, what comes now waits for the end: else the end would never come while deliveries do. */
const NEAR_BYTES = 512 * 1024
/** Between two tries while Postgres is away. */
const PAUSE_MS = 250
/** How often files are looked for that a process left behind. */
const LOOK_MS = 5_000

interface DrainHooks {
  /** Some are in the log: they can be folded. */
  onLogged(): void
  /** Nothing lies in the spool any more, or something came to lie in it again after it was nearly empty. */
  onTurn(): void
  /** Something a person should look at. */
  onTrouble(message: string, facts: Record<string, unknown>): void
}

/** Brings what lies in the spool into the log, in its order, as soon as Postgres takes it. */
export class SpoolDrain {
  /** Nearly empty: what comes now may wait for the rest. */
  isEnding = false
  private running: Promise<void> | undefined
  private isStopped = true
  /** The last try went well. */
  private isFlowing = false
  /** Said once for each time that Postgres is away. */
  private isTold = false
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly sql: Sql,
    private readonly spool: Spool,
    private readonly hooks: DrainHooks,
  ) {
    spool.onHeld = () => this.wake()
    this.timer = setInterval(() => void this.look(), LOOK_MS)
    this.timer.unref()
  }

  /** From here on the log may be written to. */
  start() {
    this.isStopped = false
    this.wake()
  }

  /** Gives what lies there so long to get into the log; the rest is for whoever comes next. */
  async stop(patienceMs = 0): Promise<void> {
    clearInterval(this.timer)
    const until = Date.now() + patienceMs
    while (this.running && !this.isTold && Date.now() < until) await sleep(20)
    this.isStopped = true
    await this.running
  }

  private wake() {
    if (!this.isStopped && this.spool.isHolding) this.running ??= this.run()
  }

  private async look() {
    if (this.isStopped) return
    const count = await this.spool.adopt().catch((error) => {
      this.hooks.onTrouble('Files of the spool could not be taken over', { error })
      return 0
    })
    if (count > 0) this.hooks.onTrouble('Files of the spool were taken over', { files: count })
  }

  private async run() {
    while (!this.isStopped && this.spool.isHolding) {
      this.setEnding(this.isFlowing && this.spool.bytesLeft <= NEAR_BYTES)
      try {
        await this.pass()
        this.isFlowing = true
        this.isTold = false
      } catch (error) {
        this.isFlowing = false
        this.setEnding(false)
        if (!this.isTold) this.hooks.onTrouble('The spool waits for the log', { error })
        this.isTold = true
        await sleep(PAUSE_MS)
      }
    }
    this.running = undefined
    this.isFlowing = false
    this.isEnding = false
    this.hooks.onTurn()
    this.wake()
  }

  private setEnding(isEnding: boolean) {
    const turned = this.isEnding && !isEnding
    this.isEnding = isEnding
    if (turned) this.hooks.onTurn()
  }

  private async pass() {
    const batch = await this.spool.next(BATCH_MAX)
    if (!batch) return
    if (batch.deliveries.length > 0) {
      await this.insert(batch, batch.deliveries)
      this.hooks.onLogged()
    }
    await this.tellOf(batch)
    await this.spool.pass(batch)
  }

  /** What Postgres refuses for what it says is looked for by halves and put aside, so that it holds up no other. */
  private async insert(batch: SpoolBatch, deliveries: SpooledDelivery[]): Promise<void> {
    try {
      await insertDeliveries(this.sql, [...mergeRepeats(deliveries.map(toInsert)).values()])
    } catch (error) {
      if (!isRefusedForValues(error)) throw error
      const [only, ...others] = deliveries
      if (others.length === 0 && only) return this.refuse(batch, only, error)
      const half = Math.ceil(deliveries.length / 2)
      await this.insert(batch, deliveries.slice(0, half))
      await this.insert(batch, deliveries.slice(half))
    }
  }

  private async refuse(batch: SpoolBatch, delivery: SpooledDelivery, error: unknown) {
    const file = await batch.file.setAside(toPayload(delivery))
    this.hooks.onTrouble('A delivery of the spool was refused by the log and put aside', {
      file,
      error,
    })
  }

  private async tellOf({ file, damaged, isTorn }: SpoolBatch) {
    for (const bytes of damaged) {
      const name = await file.setAside(bytes)
      const facts = { file: name, bytes: bytes.length }
      this.hooks.onTrouble('A part of the spool can’t be read and was put aside', facts)
    }
    if (isTorn)
      this.hooks.onTrouble('The spool ended within a delivery that was never acknowledged', {})
  }
}

function toInsert(delivery: SpooledDelivery): DeliveryInsert {
  return { ...delivery, sha256: hash('sha256', delivery.body, 'buffer'), deliveries: 1 }
}
