import { setTimeout as sleep } from 'node:timers/promises'
import { sign } from '@/lib/stella/signature/signature'
import type { Random } from '../random'
import type { Channel, Delivery, Subscription } from '../state'
import type { Poster } from './post'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 10_000
/** Meta gives up after about a day too (Facts §7.5). */
const GIVE_UP_AFTER_MS = 24 * 3_600_000

/** In what manner the webhooks of one message go out: more than once, in a wrong order, or late. */
export interface Manner {
  copies?: number
  shuffle?: boolean
  lateMs?: number
}

interface Needs {
  poster: Poster
  random: Random
  now(): number
  findChannel(id: string): Channel | undefined
  save(): void
  /** What an earlier run could not deliver. */
  unfinished: Delivery[]
}

interface Lane {
  name: string
  channel: string
  queue: Delivery[]
  wake: AbortController
  /** Ends when the queue is empty. */
  running: Promise<void>
}

/**
 * At least once, in order per lane: a lane's next webhook waits until the one before was answered with 2xx.
 * The body is fixed when it is queued; the signature is made at each try with the channel's secret of that moment.
 */
export class Webhooks {
  private readonly lanes = new Map<string, Lane>()
  private nextId: number
  private isClosed = false

  constructor(private readonly needs: Needs) {
    this.nextId = 1 + Math.max(0, ...needs.unfinished.map((delivery) => delivery.id))
  }

  /** Goes on with what an earlier run could not deliver. */
  resume() {
    for (const delivery of this.needs.unfinished) this.enqueue(delivery)
  }

  /** Queues one webhook behind what is already on the lane, if the channel is subscribed to it. */
  send(
    channel: Channel,
    subscription: Subscription | 'account',
    lane: string,
    body: object,
    { copies = 1, shuffle = false, lateMs = 0 }: Manner = {},
  ) {
    const isAlone = shuffle || lateMs > 0
    if (subscription !== 'account' && !channel.subscriptions.includes(subscription)) return
    for (let copy = 0; copy < copies; copy++) {
      const id = this.nextId++
      const now = this.needs.now()
      this.enqueue({
        id,
        channel: channel.id,
        // A shuffled or late webhook leaves the lane, so that nothing waits for it.
        lane: isAlone ? `${lane}#${id}` : lane,
        body: JSON.stringify(body),
        notBefore: now + lateMs + (shuffle ? this.shuffledDelay(lane) : 0),
        attempts: 0,
        createdAt: now,
      })
    }
    this.needs.save()
  }

  /** Tries at once what waits for this channel: its address or secret may have changed. */
  retryNow(channelId: string) {
    for (const lane of this.lanesOf(channelId)) {
      for (const delivery of lane.queue) if (delivery.attempts > 0) delivery.notBefore = 0
      lane.wake.abort()
    }
  }

  /** Forgets what waits for a channel that was removed. */
  forget(channelId: string) {
    for (const lane of this.lanesOf(channelId)) {
      lane.queue.length = 0
      lane.wake.abort()
    }
  }

  pending(): Delivery[] {
    return [...this.lanes.values()].flatMap((lane) => lane.queue)
  }

  /** Resolves when nothing is left on the lane, or when `timeoutMs` have passed. */
  async settled(lane: string, timeoutMs: number) {
    const stop = new AbortController()
    const limit = sleep(timeoutMs, undefined, { signal: stop.signal }).catch(() => {})
    await Promise.race([this.lanes.get(lane)?.running, limit])
    stop.abort()
  }

  close() {
    this.isClosed = true
    for (const lane of this.lanes.values()) lane.wake.abort()
  }

  private enqueue(delivery: Delivery) {
    const known = this.lanes.get(delivery.lane)
    if (known) {
      known.queue.push(delivery)
      return
    }
    const lane: Lane = {
      name: delivery.lane,
      channel: delivery.channel,
      queue: [delivery],
      wake: new AbortController(),
      running: Promise.resolve(),
    }
    this.lanes.set(lane.name, lane)
    lane.running = this.run(lane)
  }

  private async run(lane: Lane) {
    for (let next = lane.queue[0]; next && !this.isClosed; next = lane.queue[0]) {
      await this.waitUntil(lane, next.notBefore)
      if (this.isClosed || lane.queue[0] !== next || this.needs.now() < next.notBefore) continue
      const isDelivered = await this.attempt(next)
      // The channel was removed meanwhile, and with it the queue.
      if (lane.queue[0] !== next) continue
      if (isDelivered) lane.queue.shift()
      else next.notBefore = this.needs.now() + retryDelay(next.attempts++)
      this.needs.save()
    }
    if (!this.isClosed) this.lanes.delete(lane.name)
  }

  private async waitUntil(lane: Lane, time: number) {
    const delay = time - this.needs.now()
    if (delay <= 0) return
    await sleep(delay, undefined, { signal: lane.wake.signal }).catch(() => {})
    if (lane.wake.signal.aborted) lane.wake = new AbortController()
  }

  private async attempt(delivery: Delivery): Promise<boolean> {
    const channel = this.needs.findChannel(delivery.channel)
    if (!channel || this.needs.now() - delivery.createdAt > GIVE_UP_AFTER_MS) return true
    const bytes = Buffer.from(delivery.body)
    const headers = {
      'Content-Type': 'application/json',
      'X-Stella-Signature': sign(channel.secret, bytes),
    }
    const answer = await this.needs.poster
      .post(channel.webhookUrl, bytes, headers)
      .catch(() => undefined)
    return answer !== undefined && answer.status >= 200 && answer.status < 300
  }

  private shuffledDelay(lane: string): number {
    const waiting = [...this.lanes.keys()].filter((name) => name.startsWith(`${lane}#`)).length
    return shuffledDelay(waiting, this.needs.random)
  }

  private lanesOf(channelId: string): Lane[] {
    return [...this.lanes.values()].filter((lane) => lane.channel === channelId)
  }
}

function retryDelay(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS)
}

/** Each leaves before those that wait already, so a handful of webhooks arrives in the opposite order. */
function shuffledDelay(waiting: number, random: Random): number {
  return Math.max(50, 1_000 - waiting * 400) + Math.floor(random() * 50)
}
