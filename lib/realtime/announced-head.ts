import type { Sql } from '@/lib/db/client'
import { readFeedHead } from '@/lib/db/log/load-world'

/** How far the feed has come, as announcements tell it: that spares a question for every one of them. */
export class AnnouncedHead {
  private announced = 0
  private isUnknown = true

  constructor(private readonly sql: Sql) {}

  /** It was announced up to here; without a number it has to be looked at. */
  hear(feed?: number) {
    if (feed === undefined) this.isUnknown = true
    else this.announced = Math.max(this.announced, feed)
  }

  async read(): Promise<number> {
    if (this.isUnknown) {
      // What is said to be unknown while this is read, is unknown afterwards.
      this.isUnknown = false
      const head = await readFeedHead(this.sql).catch((error) => {
        this.isUnknown = true
        throw error
      })
      this.hear(head)
    }
    return this.announced
  }
}
