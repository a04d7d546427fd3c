import type { Sql } from '@/lib/db/client'
import { FEED_GAP_MAX } from '@/lib/db/log/feed'
import { readFeedHead } from '@/lib/db/log/load-world'
import { listStreamViewers, PEOPLE_CHANNEL } from '@/lib/db/people/people'
import { channelsSeenBy } from '@/lib/domain/permissions'
import type { Changes } from '@/lib/view/changes'
import { AnnouncedHead } from './announced-head'
import { encodeParts, type Reader, toKey } from './encode-parts'
import { encodeReset } from './frames'
import { readChanges } from './read-changes'
import { type ChannelOf, readChannelOf } from './visible'

/** Whose stream it is, and what their browser shows. */
export interface Reading extends Omit<Reader, 'channels'> {
  /** The session that the stream belongs to; it ends with it. */
  sessionId: string
}

/** Its `channels` are kept true by the hub. */
export interface Subscriber extends Reading, Reader {
  /** The feed number up to which this stream has everything. */
  position: number
  /** Takes an encoded frame; false when the reader is too slow to be waited for, or gone. */
  send(frame: Uint8Array): boolean
  close(): void
}

const HEARTBEAT_MS = 15_000
/** After a read that failed the next is tried after this, then after twice that, and so on up to the most. */
const RETRY_MIN_MS = 100
const RETRY_MAX_MS = 5_000

/**
 * One per process: reads a change once, encodes it once and hands it to every stream that is up to date. A stream
 * that is behind reads for itself until it has caught up, so a lost hint costs nothing (architecture.md "Realtime").
 */
export class Hub {
  private readonly subscribers = new Set<Subscriber>()
  private position = 0
  private readonly head: AnnouncedHead
  private reading: Promise<void> | undefined
  private again = false
  private isStopped = false
  private unlisten: (() => Promise<void>) | undefined
  private unlistenPeople: (() => Promise<void>) | undefined
  private timer: NodeJS.Timeout | undefined
  private retry: NodeJS.Timeout | undefined
  private retryMs = RETRY_MIN_MS

  constructor(
    private readonly sql: Sql,
    private readonly report: (error: unknown) => void,
  ) {
    this.head = new AnnouncedHead(sql)
  }

  async start(channel: string) {
    this.position = await readFeedHead(this.sql)
    const hear = (feed: string) => this.wake(Number(feed) || undefined)
    // Also runs after a lost connection came back: whatever was said meanwhile is read then.
    const { unlisten } = await this.sql.listen(channel, hear, () => this.wake())
    this.unlisten = unlisten
    const look = () => this.review().catch(this.report)
    this.unlistenPeople = (await this.sql.listen(PEOPLE_CHANNEL, look, look)).unlisten
    this.timer = setInterval(() => this.heartbeat().catch(this.report), HEARTBEAT_MS)
    this.timer.unref()
  }

  get size() {
    return this.subscribers.size
  }

  /** Adds a stream and brings it up to date, without a gap and without a repeat. */
  async subscribe(subscriber: Subscriber): Promise<void> {
    // Nobody would close it: whoever asks while this process ends comes back to another.
    if (this.isStopped) return subscriber.close()
    this.subscribers.add(subscriber)
    await this.catchUp(subscriber)
  }

  unsubscribe(subscriber: Subscriber) {
    this.subscribers.delete(subscriber)
  }

  async stop(farewell: Uint8Array) {
    clearInterval(this.timer)
    clearTimeout(this.retry)
    this.isStopped = true
    for (const subscriber of this.subscribers) {
      subscriber.send(farewell)
      subscriber.close()
    }
    this.subscribers.clear()
    await this.unlisten?.()
    await this.unlistenPeople?.()
  }

  /** `feed`: as far as an announcement said that the feed has come. */
  private wake(feed?: number) {
    this.head.hear(feed)
    this.readOn()
  }

  private readOn() {
    this.again = true
    this.reading ??= this.readOrRetry().finally(() => {
      this.reading = undefined
      if (this.again) this.readOn()
    })
  }

  /** What could not be read is tried again: in a quiet inbox no other hint may come for hours. */
  private async readOrRetry() {
    try {
      await this.read()
      this.retryMs = RETRY_MIN_MS
    } catch (error) {
      this.report(error)
      if (this.isStopped) return
      clearTimeout(this.retry)
      this.retry = setTimeout(() => this.wake(), this.retryMs)
      this.retry.unref()
      this.retryMs = Math.min(this.retryMs * 2, RETRY_MAX_MS)
    }
  }

  private async read() {
    this.again = false
    const head = await this.head.read()
    if (head - this.position > FEED_GAP_MAX) this.reset(head)
    while (this.position < head) {
      const from = this.position
      const changes = await readChanges(this.sql, from, head)
      const channelOf = await this.channelsOf(changes)
      this.position = changes.feed
      this.broadcast(from, changes, channelOf)
    }
  }

  /** Only read while somebody is kept to some channels. */
  private async channelsOf(changes: Changes): Promise<ChannelOf | undefined> {
    const anyKept = [...this.subscribers].some(({ channels }) => channels)
    return anyKept ? readChannelOf(this.sql, changes) : undefined
  }

  private broadcast(from: number, changes: Changes, channelOf: ChannelOf | undefined) {
    const { feed } = changes
    const encode = encodeParts(changes, channelOf)
    for (const subscriber of this.subscribers) {
      // One that is behind is catching up by itself, and reads this change too.
      if (subscriber.position < from || subscriber.position >= feed) continue
      subscriber.position = feed
      if (!subscriber.send(encode(subscriber))) this.drop(subscriber)
    }
  }

  /** Too much has changed to replay, or the log was folded anew: every stream is told to fetch and goes on from here. */
  private reset(head: number) {
    this.position = head
    const frame = encodeReset(head)
    for (const subscriber of this.subscribers) {
      if (subscriber.position >= head) continue
      subscriber.position = head
      if (!subscriber.send(frame)) this.drop(subscriber)
    }
  }

  private async catchUp(subscriber: Subscriber) {
    while (subscriber.position < this.position && this.subscribers.has(subscriber)) {
      const changes = await readChanges(this.sql, subscriber.position, this.position)
      // Also when a reset came meanwhile: what was read is older than what the browser fetches.
      const channelOf = subscriber.channels && (await readChannelOf(this.sql, changes))
      if (changes.feed <= subscriber.position) return
      subscriber.position = changes.feed
      const frame = encodeParts(changes, channelOf)(subscriber)
      if (!subscriber.send(frame)) this.drop(subscriber)
    }
  }

  private drop(subscriber: Subscriber) {
    this.subscribers.delete(subscriber)
    subscriber.close()
  }

  /** Keeps proxies from closing quiet streams, looks at who may still have them, and for changes whose hint was lost. */
  private async heartbeat() {
    this.wake()
    await this.review()
    for (const subscriber of [...this.subscribers])
      if (!subscriber.send(HEARTBEAT)) this.drop(subscriber)
  }

  /**
   * Ends the streams whose session ended, and narrows or widens the others to what their people may see now: at once
   * when somebody was changed, and with every heartbeat, so that a lost hint costs seconds.
   */
  async review(some: Iterable<Subscriber> = this.subscribers) {
    const looked = [...some]
    const ids = [...new Set(looked.map(({ sessionId }) => sessionId))]
    if (ids.length === 0) return
    const live = new Map(
      (await listStreamViewers(this.sql, ids)).map((row) => [row.sessionId, row]),
    )
    for (const subscriber of looked) {
      const viewer = live.get(subscriber.sessionId)
      if (!viewer) this.drop(subscriber)
      else
        this.keepTo(
          subscriber,
          channelsSeenBy({ ...viewer, channelIds: viewer.channelIds ?? undefined }),
        )
    }
  }

  /** What a browser holds may be more, or less, than it may have from now on: it is told to fetch anew. */
  private keepTo(subscriber: Subscriber, channelIds: string[] | undefined) {
    const channels = channelIds && new Set(channelIds)
    if (toKey(subscriber.channels) === toKey(channels)) return
    subscriber.channels = channels
    if (!subscriber.send(encodeReset(subscriber.position))) this.drop(subscriber)
  }
}

const HEARTBEAT = new TextEncoder().encode(': still here\n\n')
