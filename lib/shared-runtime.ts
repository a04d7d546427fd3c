import type { Context } from './context'
import type { Settings } from './env'
import type { Receiver } from './inbox/log/receive-event'
import type { MediaTools } from './jobs/media/fetch-media'
import type { Hub } from './realtime/hub'

/** Everything a server process holds: started once, shared by all routes, stopped on a signal. */
export interface Runtime {
  settings: Settings
  ctx: Context
  /** What a webhook delivery needs. */
  receiver: Receiver
  hub: Hub
  media: MediaTools
  /** Throws `unavailable` when the database can't take an event now. */
  assertReady(): Promise<void>
  stop(): Promise<void>
}

/**
 * Next builds instrumentation and routes as separate module graphs, and the server that listens is a third; what
 * they share lives here (architecture.md "Next"). It imports types alone, so that reading it loads nothing.
 */
const KEY = Symbol.for('stella-inbox.runtime')
const STANDING_BY = Symbol.for('stella-inbox.standing-by')
const holder = globalThis as { [KEY]?: Runtime; [STANDING_BY]?: Receiver }

export const shared = {
  get runtime(): Runtime | undefined {
    return holder[KEY]
  },
  set runtime(runtime: Runtime | undefined) {
    holder[KEY] = runtime
  },
  /** What takes deliveries: that of the runtime, or while Postgres is away at the start what keeps them until it is there. */
  get receiver(): Receiver | undefined {
    return holder[KEY]?.receiver ?? holder[STANDING_BY]
  },
  set standingBy(receiver: Receiver | undefined) {
    holder[STANDING_BY] = receiver
  },
}
