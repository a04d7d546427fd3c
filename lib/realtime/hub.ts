import type { Sql } from '@/lib/db/client'
import { FEED_GAP_MAX } from '@/lib/db/feed'
import { readFeedHead } from '@/lib/db/world'
import { encodeChanges, encodeReset } from './frames'
import { readChanges } from './read-changes'

export interface Subscriber {
  /** The session that the stream belongs to; it ends with it. */
  sessionId: string
  /** The feed number up to which this stream has everything. */
  position: number
  /** Takes an encoded frame; false when the reader is too slow and was dropped. */
  send(frame: Uint8Array): boolean
  close(): void
}

const HEARTBEAT_MS = 15_000

/**
 * One per process: reads a change once, encodes it once and hands it to every stream that is up to date. A stream
 * that is behind reads for itself until it has caught up, so a lost hint costs nothing (architecture.md "Realtime").
 */
export class Hub {
  private readonly subscribers = new Set<Subscriber>()
  private position = 0
  private reading: Promise<void> | undefined
  private again = false
  private unlisten: (() => Promise<void>) | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly sql: Sql,
    private readonly report: (error: unknown) => void,
  ) {}

  async start(channel: string) {
    this.position = await readFeedHead(this.sql)
    // `onlisten` also runs after a lost connection came back: whatever was said meanwhile is read then.
    const wake = () => this.wake()
    const { unlisten } = await this.sql.listen(channel, wake, wake)
    this.unlisten = unlisten
    this.timer = setInterval(() => this.heartbeat().catch(this.report), HEARTBEAT_MS)
    this.timer.unref()
  }

  get size() {
    return this.subscribers.size
  }

  /** Adds a stream and brings it up to date, without a gap and without a repeat. */
  async subscribe(subscriber: Subscriber): Promise<void> {
    this.subscribers.add(subscriber)
    await this.catchUp(subscriber)
  }

  unsubscribe(subscriber: Subscriber) {
    this.subscribers.delete(subscriber)
  }

  async stop(farewell: Uint8Array) {
    clearInterval(this.timer)
    for (const subscriber of this.subscribers) {
      subscriber.send(farewell)
      subscriber.close()
    }
    this.subscribers.clear()
    await this.unlisten?.()
  }

  private wake() {
    this.again = true
    this.reading ??= this.read()
      .catch(this.report)
      .finally(() => {
        this.reading = undefined
        if (this.again) this.wake()
      })
  }

  private async read() {
    this.again = false
    const head = await readFeedHead(this.sql)
    if (head - this.position > FEED_GAP_MAX) this.reset(head)
    while (this.position < head) {
      const from = this.position
      const changes = await readChanges(this.sql, from, head)
      this.position = changes.feed
      this.broadcast(from, changes.feed, encodeChanges(changes))
    }
  }

  private broadcast(from: number, feed: number, frame: Uint8Array) {
    for (const subscriber of this.subscribers) {
      // One that is behind is catching up by itself, and reads this change too.
      if (subscriber.position < from || subscriber.position >= feed) continue
      subscriber.position = feed
      if (!subscriber.send(frame)) this.drop(subscriber)
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
      if (changes.feed <= subscriber.position) return
      subscriber.position = changes.feed
      if (!subscriber.send(encodeChanges(changes))) this.drop(subscriber)
    }
  }

  private drop(subscriber: Subscriber) {
    this.subscribers.delete(subscriber)
    subscriber.close()
  }

  /** Keeps proxies from closing quiet streams, and ends those whose session ended. */
  private async heartbeat() {
    const ids = [...new Set([...this.subscribers].map((subscriber) => subscriber.sessionId))]
    const live = await this.sql<{ id: string }[]>`
      select s.id from sessions s join agents a on a.id = s.agent_id
      where s.id = any(${ids}::uuid[]) and s.expires_at > now() and a.disabled_at is null`
    const valid = new Set(live.map((row) => row.id))
    for (const subscriber of [...this.subscribers])
      if (!valid.has(subscriber.sessionId) || !subscriber.send(HEARTBEAT)) this.drop(subscriber)
  }
}

const HEARTBEAT = new TextEncoder().encode(': still here\n\n')
