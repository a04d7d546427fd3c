import type { Sql, Transaction } from '@/lib/db/client'
import { insertJobs } from '@/lib/db/jobs'
import { type EventRow, takePendingEvents } from '@/lib/db/log/events'
import { announceFeed } from '@/lib/db/log/feed'
import { awaitFold } from '@/lib/db/log/fold-lock'
import { readFeedHead } from '@/lib/db/log/load-world'
import { saveWorld } from '@/lib/db/log/save-world'
import type { FoldEvent } from '@/lib/domain/fold/event'
import type { Effect } from '@/lib/domain/fold/world'
import { toJobs } from './effects'
import { EventReader } from './event-reader'
import { foldLoaded } from './fold-loaded'
import { rememberIds } from './ids'

/** Events of one bite: enough that what each statement costs by itself is shared, few enough that a bite is read while one is saved. */
const BITE_MAX = 500
/** After so long no further bite is taken under the lock: whoever wants it waits, and on a slow machine for one bite at most. */
const TURN_MS = 100

interface Progress {
  count: number
  /** Whether there may be more. */
  isMore: boolean
}

/**
 * Folds what waits in one transaction, bite by bite: while Postgres saves one, the next is taken and read. Nothing is saved
 * unless everything is; throws what Postgres said first.
 */
export async function foldBites(sql: Sql): Promise<Progress> {
  return sql.begin(async (tx) => {
    const [, head, events] = await Promise.all([
      awaitFold(tx),
      readFeedHead(tx),
      takePendingEvents(tx, BITE_MAX),
    ])
    if (events.length === 0) return { count: 0, isMore: false }
    return new Bites(tx, head).fold(events)
  })
}

class Bites {
  private readonly reader: EventReader
  private readonly idOf = rememberIds()
  private readonly saves: Promise<void>[] = []
  private readonly effects: Effect[] = []
  private readonly startedAt = performance.now()

  constructor(
    private readonly tx: Transaction,
    private feed: number,
  ) {
    this.reader = new EventReader(tx)
  }

  async fold(first: EventRow[]): Promise<Progress> {
    let count = 0
    let isMore = false
    let bite = first
    try {
      let read = await this.reader.read(bite)
      while (bite.length > 0) {
        count += bite.length
        // Asked for before this bite is saved, so that its answer doesn't wait for that.
        isMore = performance.now() - this.startedAt > TURN_MS
        const next = isMore ? undefined : takePendingEvents(this.tx, BITE_MAX)
        next?.catch(() => {})
        await this.foldOne(read)
        // What is to be saved leaves before the next bite is read.
        await new Promise(setImmediate)
        bite = (await next) ?? []
        read = await this.reader.read(bite)
      }
    } catch (error) {
      // What failed first made all that followed fail: that is what has to be judged.
      await Promise.all(this.saves)
      throw error
    }
    await this.finish()
    return { count, isMore }
  }

  private async foldOne(read: FoldEvent[]) {
    const world = await foldLoaded(this.tx, read, this.feed, this.idOf)
    this.feed = world.feed
    this.effects.push(...world.effects)
    const save = saveWorld(this.tx, world, true)
    save.catch(() => {})
    this.saves.push(save)
  }

  private async finish() {
    await Promise.all([
      ...this.saves,
      insertJobs(this.tx, toJobs(this.effects)),
      announceFeed(this.tx, this.feed),
    ])
  }
}
