import type { Sql } from '@/lib/db/client'
import { foldPending } from './fold'

/**
 * From the beginning of one fold to that of the next: a lone event waits for nothing, a burst shares a fold, and there are
 * no more than a hundred NOTIFYs a second. Who folds for longer than this goes on without a pause.
 */
const INTERVAL_MS = 10
/** The safety net for what another process appended and could not fold. */
const POLL_MS = 1_000

/** Folds what waits, in this process: at once when woken, and each second whatever happens. */
export class Folder {
  private running: Promise<void> | undefined
  private again = false
  private stopped = false
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly sql: Sql,
    private readonly report: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => this.wake(), POLL_MS)
    this.timer.unref()
  }

  /** Never throws and never waits: the caller has its answer to give. */
  wake() {
    this.again = true
    if (!this.stopped) this.running ??= this.drain()
  }

  async stop() {
    this.stopped = true
    clearInterval(this.timer)
    await this.running
  }

  private async drain() {
    while (this.again && !this.stopped) {
      this.again = false
      const startedAt = performance.now()
      try {
        await foldPending(this.sql)
      } catch (error) {
        // The events stay pending; the next poll tries again.
        this.report(error)
        this.again = false
      }
      const left = INTERVAL_MS - (performance.now() - startedAt)
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
    }
    this.running = undefined
  }
}
