import { countRejected } from '@/lib/db/channel/channels'
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
    this.add(channelId, 1)
  }

  private add(channelId: string, count: number) {
    this.counts.set(channelId, (this.counts.get(channelId) ?? 0) + count)
  }

  async flush() {
    const counts = this.counts
    this.counts = new Map()
    const day = new Date().toISOString().slice(0, 10)
    for (const [channelId, count] of counts) {
      try {
        await countRejected(this.sql, channelId, day, count)
      } catch (error) {
        // Counted again with the next ones: the channel is known, so it is one of few.
        this.add(channelId, count)
        this.report(error)
      }
    }
  }

  async stop() {
    clearInterval(this.timer)
    await this.flush()
  }
}
