import type { Sql } from '@/lib/db/client'
import { FEED_GAP_MAX } from '@/lib/db/log/feed'
import { readFeedHead } from '@/lib/db/log/load-world'
import { encodeHello, encodeReset } from './frames'
import type { Hub, Reading } from './hub'

/** Frames a reader may be behind before it is dropped; it comes back and goes on from its cursor. */
const BACKLOG_FRAMES_MAX = 256

export interface StreamRequest extends Reading {
  /** The channels it may carry; undefined: all. */
  channelIds?: string[]
  /** The feed number that the browser has; undefined: from now on. */
  after?: number
}

/** Where a stream's frames go. */
export interface Outlet {
  /** False when the reader is too slow to be waited for, or gone. */
  send(frame: Uint8Array): boolean
  close(): void
}

/**
 * Brings a browser up to date from the feed number it has, and keeps it so. Gives what ends that; an outlet that has closed
 * meanwhile has to call it too.
 */
export async function joinStream(
  { sql, hub }: { sql: Sql; hub: Hub },
  { channelIds, after: asked, ...reading }: StreamRequest,
  outlet: Outlet,
): Promise<() => void> {
  const head = await readFeedHead(sql)
  const after = asked ?? head
  const isTooFar = after > head || head - after > FEED_GAP_MAX
  const position = isTooFar ? head : after
  outlet.send(isTooFar ? encodeReset(head) : encodeHello(position))
  const channels = channelIds && new Set(channelIds)
  const subscriber = { ...reading, ...outlet, channels, position }
  await hub.subscribe(subscriber)
  // What was revoked since the request came was announced to the streams that were here then.
  await hub.review([subscriber])
  return () => hub.unsubscribe(subscriber)
}

/** The body of `GET /api/stream` for one browser, where Next answers it. */
export function openStream(
  from: { sql: Sql; hub: Hub },
  request: StreamRequest & { signal: AbortSignal },
): ReadableStream<Uint8Array> {
  const { signal, ...asked } = request
  let isOver = false
  let leave = () => {}
  const end = () => {
    isOver = true
    leave()
  }
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        signal.addEventListener('abort', end, { once: true })
        leave = await joinStream(from, asked, toOutlet(controller))
        if (isOver) leave()
      },
      cancel: end,
    },
    new CountQueuingStrategy({ highWaterMark: BACKLOG_FRAMES_MAX }),
  )
}

function toOutlet(controller: ReadableStreamDefaultController<Uint8Array>): Outlet {
  return {
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
