import type { Sql } from '@/lib/db/client'
import { FEED_GAP_MAX } from '@/lib/db/log/feed'
import { readFeedHead } from '@/lib/db/log/load-world'
import { encodeHello, encodeReset } from './frames'
import type { Hub, Subscriber } from './hub'

/** Frames a reader may be behind before it is dropped; it comes back and goes on from its cursor. */
const BACKLOG_FRAMES_MAX = 256

/** The body of `GET /api/stream` for one browser, from the feed number it has; without one, from now on. */
export function openStream(
  { sql, hub }: { sql: Sql; hub: Hub },
  request: {
    sessionId: string
    /** The channels it may carry; undefined: all. */
    channelIds?: string[]
    after: number | undefined
    signal: AbortSignal
  },
): ReadableStream<Uint8Array> {
  let subscriber: Subscriber | undefined
  const leave = () => subscriber && hub.unsubscribe(subscriber)
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const head = await readFeedHead(sql)
        const { after = head } = request
        const isTooFar = after > head || head - after > FEED_GAP_MAX
        const position = isTooFar ? head : after
        controller.enqueue(isTooFar ? encodeReset(head) : encodeHello(position))
        subscriber = toSubscriber(controller, request, position)
        request.signal.addEventListener('abort', leave, { once: true })
        await hub.subscribe(subscriber)
        // What was revoked since the request came was announced to the streams that were here then.
        await hub.review([subscriber])
      },
      cancel: leave,
    },
    new CountQueuingStrategy({ highWaterMark: BACKLOG_FRAMES_MAX }),
  )
}

function toSubscriber(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { sessionId, channelIds }: { sessionId: string; channelIds?: string[] },
  position: number,
): Subscriber {
  return {
    sessionId,
    channels: channelIds && new Set(channelIds),
    position,
    send(frame) {
      if ((controller.desiredSize ?? 0) <= 0) return false
      controller.enqueue(frame)
      return true
    },
    close() {
      try {
        controller.close()
      } catch {
        // The reader has gone already.
      }
    },
  }
}
