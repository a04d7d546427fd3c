import { createLimitDesk, type LimitDesk } from './call-limits'
import { createFaultDesk, type FaultDesk } from './faults'
import { seededRandom } from './random'
import { createRequestLog, type RequestLog } from './requests'
import type { Member, PhoneLine, State } from './state'
import { createStore } from './state-file'
import { createPoster, type Poster } from './wire/post'
import { Webhooks } from './wire/webhooks'

/** Something happened on a member's phone: a new line, or a change of a line, of liveChat or of the bot. */
export interface Change {
  member: Member
  line?: PhoneLine
}

/** Everything a part of the simulator may need; one per started simulator, nothing global. */
export interface World {
  state: State
  seed: number
  /** `http://host:port` of this simulator. */
  origin: string
  now(): number
  post: Poster['post']
  webhooks: Webhooks
  faults: FaultDesk
  limits: LimitDesk
  requests: RequestLog
  /** Runs `task` later; forgotten when the simulator closes. */
  after(delayMs: number, task: () => void): void
  /** Tells phones and the day, and notes that the state is to be saved. */
  changed(change: Change): void
  /** Listens until the returned function is called. */
  watch(listener: (change: Change) => void): () => void
  save(): void
}

/** A world around `state`; `close` saves what is not saved and ends everything under way. */
export function createWorld(state: State, seed: number, stateFile: string | undefined) {
  const poster = createPoster()
  const timers = createTimers()
  const listeners = new Set<(change: Change) => void>()
  const store = createStore(stateFile, () => ({ ...state, deliveries: webhooks.pending() }))
  const webhooks = new Webhooks({
    poster,
    random: seededRandom(seed),
    now: Date.now,
    findChannel: (id) => state.channels.find((channel) => channel.id === id),
    save: store.touch,
    unfinished: state.deliveries,
  })
  const world: World = {
    state,
    seed,
    origin: '',
    now: Date.now,
    post: poster.post,
    webhooks,
    faults: createFaultDesk(),
    limits: createLimitDesk(Date.now),
    requests: createRequestLog(),
    after: timers.after,
    changed(change) {
      for (const listener of listeners) listener(change)
      store.touch()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    save: store.touch,
  }
  async function close() {
    timers.clear()
    webhooks.close()
    await store.flush()
    poster.close()
  }
  return { world, close }
}

function createTimers() {
  const running = new Set<NodeJS.Timeout>()
  return {
    after(delayMs: number, task: () => void) {
      const timer = setTimeout(() => {
        running.delete(timer)
        task()
      }, delayMs)
      running.add(timer)
    },
    clear() {
      for (const timer of running) clearTimeout(timer)
    },
  }
}
