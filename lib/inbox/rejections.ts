import { countRejected } from '@/lib/db/channels'
import type { Sql } from '@/lib/db/client'

const FLUSH_MS = 5_000

/** Counts deliveries with a wrong signature, and writes the counts now and then: a flood costs no statement each. */
export class Rejections {
  private counts = new Map<string, number>()
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly sql: Sql,
    private readonly report: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => this.flush().catch(this.report), FLUSH_MS)
    this.timer.unref()
  }

  count(channelId: string) {
    this.counts.set(channelId, (this.counts.get(channelId) ?? 0) + 1)
  }

  async flush() {
    const counts = this.counts
    this.counts = new Map()
    const day = new Date().toISOString().slice(0, 10)
    for (const [channelId, count] of counts) await countRejected(this.sql, channelId, day, count)
  }

  async stop() {
    clearInterval(this.timer)
    await this.flush()
  }
}
