import type { Context } from './context'
import type { Settings } from './env'
import type { Receiver } from './inbox/log/receive-event'
import type { MediaTools } from './jobs/media/fetch-media'
import type { Hub } from './realtime/hub'
import type { Place } from './roles/place'
import type { Presence } from './roles/presence'

/** Everything a server process holds: started once, shared by all routes, stopped on a signal. */
export interface Runtime {
  settings: Settings
  /** Which of the processes of this machine it is. */
  place: Place
  ctx: Context
  /** What a webhook delivery needs. */
  receiver: Receiver
  hub: Hub
  media: MediaTools
  presence: Presence
  /** Throws `unavailable` when the database can't take an event now. */
  assertReady(): Promise<void>
  stop(): Promise<void>
}

/**
 * Next builds instrumentation and routes as separate module graphs, and the server that listens is a third; what
 * they share lives here (architecture.md "Next"). It imports types alone, so that reading it loads nothing.
 */
const KEY = Symbol.for('stella-inbox.runtime')
const DRAIN = Symbol.for('stella-inbox.drain')
const STANDING_BY = Symbol.for('stella-inbox.standing-by')
const holder = globalThis as {
  [KEY]?: Runtime
  [DRAIN]?: () => Promise<void>
  [STANDING_BY]?: Receiver
}

export const shared = {
  get runtime(): Runtime | undefined {
    return holder[KEY]
  },
  set runtime(runtime: Runtime | undefined) {
    holder[KEY] = runtime
  },
  /** Of the server that listens, where it is ours: takes no more requests, and ends when those under way are answered. */
  get drain(): (() => Promise<void>) | undefined {
    return holder[DRAIN]
  },
  set drain(drain: (() => Promise<void>) | undefined) {
    holder[DRAIN] = drain
  },
  /** What takes deliveries: that of the runtime, or while Postgres is away at the start what keeps them until it is there. */
  get receiver(): Receiver | undefined {
    return holder[KEY]?.receiver ?? holder[STANDING_BY]
  },
  set standingBy(receiver: Receiver | undefined) {
    holder[STANDING_BY] = receiver
  },
}
