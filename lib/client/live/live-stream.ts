import { paths } from '@/lib/paths'
import type { Changes } from '@/lib/view/changes'
import { ApiError, request } from '../api'
import { toChanges } from './known-frames'

export type LiveState = 'live' | 'catching-up' | 'offline'

/** What one connection tells: changes after a number, a gap that only fetching can fill, or how it is doing. */
export type Frame =
  | { type: 'changes'; after: number; changes: Changes }
  | { type: 'reset'; feed: number }
  | { type: 'state'; state: LiveState; since?: number; feed: number }

/** The same, and which build answers. */
export type Heard = Frame | { type: 'build'; build: string }

const TYPES: ReadonlySet<string> = new Set<Heard['type']>(['changes', 'reset', 'state', 'build'])

/** Whether another tab relays something that this page knows what to do with. */
export function isKnownFrame(data: unknown): data is Heard {
  return typeof data === 'object' && data !== null && 'type' in data && TYPES.has(String(data.type))
}

const BACKOFF_FIRST_MS = 500
const BACKOFF_MAX_MS = 15_000
/** Failed attempts after which we say "offline" and no longer "catching up". */
const FAILURES_UNTIL_OFFLINE = 2
/** After this long without a frame a tab that wakes up asks again instead of trusting the old connection. */
const SILENCE_MAX_MS = 45_000

/** A page that is opened shows its conversation, and perhaps the next, within this. */
const SHOWN_PAUSE_MS = 50

/**
 * Keeps one EventSource open from feed number `feed` on, through every loss, and reports frames in order. `show` says of which
 * conversations it is to bring the lines; the stream is opened anew for it, from where it is.
 */
export function openLiveStream(
  feed: number,
  shown: readonly string[],
  report: (frame: Heard) => void,
): { stop: () => void; show: (shown: readonly string[]) => void } {
  const stream = new LiveStream(feed, shown, report)
  stream.start()
  return stream
}

class LiveStream {
  #failures = 0
  #since?: number
  #heardAt = Date.now()
  #source?: EventSource
  /** Of which conversations the source was asked for the lines. */
  #asked: readonly string[] = []
  #timer?: ReturnType<typeof setTimeout>
  #ended = false
  #showing?: ReturnType<typeof setTimeout>

  constructor(
    private cursor: number,
    private shown: readonly string[],
    private report: (frame: Heard) => void,
  ) {}

  start() {
    window.addEventListener('online', this.#wake)
    window.addEventListener('offline', this.#lose)
    document.addEventListener('visibilitychange', this.#wake)
    this.#connect()
  }

  stop = () => {
    this.#ended = true
    clearTimeout(this.#timer)
    clearTimeout(this.#showing)
    this.#source?.close()
    window.removeEventListener('online', this.#wake)
    window.removeEventListener('offline', this.#lose)
    document.removeEventListener('visibilitychange', this.#wake)
  }

  show = (shown: readonly string[]) => {
    const isMore = shown.some((id) => !this.shown.includes(id))
    this.shown = shown
    // What nobody shows any more may come until something else is shown.
    if (!isMore) return
    clearTimeout(this.#showing)
    this.#showing = setTimeout(() => {
      // While there is no connection, the next one asks for them.
      if (!this.#ended && this.#since === undefined) this.#connect()
    }, SHOWN_PAUSE_MS)
  }

  #connect() {
    clearTimeout(this.#timer)
    this.#source?.close()
    const query = new URLSearchParams({ after: String(this.cursor), shown: this.shown.join() })
    this.#asked = this.shown
    const source = new EventSource(`${paths.api.stream}?${query}`)
    source.addEventListener('open', this.#onOpen)
    source.addEventListener('hello', this.#onHello)
    source.addEventListener('changes', this.#onChanges)
    source.addEventListener('reset', this.#onReset)
    source.addEventListener('bye', () => this.#retryIn(BACKOFF_FIRST_MS))
    source.addEventListener('error', this.#onLost)
    this.#source = source
  }

  #onOpen = () => {
    this.#failures = 0
    this.#since = undefined
    this.#heardAt = Date.now()
    this.report({ type: 'state', state: 'live', feed: this.cursor })
    // A thread that was opened while this connection was on its way is not asked for by it.
    if (this.shown.some((id) => !this.#asked.includes(id))) this.#connect()
  }

  #onHello = (event: MessageEvent<string>) => {
    const { build } = JSON.parse(event.data) as { build?: string }
    if (build) this.report({ type: 'build', build })
  }

  #onChanges = (event: MessageEvent<string>) => {
    this.#heardAt = Date.now()
    const changes = toChanges(JSON.parse(event.data))
    if (changes.feed <= this.cursor) return
    const after = this.cursor
    this.cursor = changes.feed
    this.report({ type: 'changes', after, changes })
  }

  #onReset = (event: MessageEvent<string>) => {
    this.#heardAt = Date.now()
    this.cursor = Number(event.lastEventId) || this.cursor
    this.report({ type: 'reset', feed: this.cursor })
  }

  #onLost = () => {
    this.#failures += 1
    this.#retryIn(Math.min(BACKOFF_FIRST_MS * 2 ** this.#failures, BACKOFF_MAX_MS))
  }

  #retryIn(delayMs: number) {
    if (this.#ended) return
    this.#source?.close()
    this.#since ??= Date.now()
    const state = this.#failures >= FAILURES_UNTIL_OFFLINE ? 'offline' : 'catching-up'
    this.report({ type: 'state', state, since: this.#since, feed: this.cursor })
    clearTimeout(this.#timer)
    // Spread out, so that a restarted server is not met by every browser in the same instant.
    this.#timer = setTimeout(() => this.#reconnect(), delayMs * (0.5 + Math.random()))
  }

  /** An EventSource can't say why it failed: a session that has ended goes to the sign-in page here. */
  async #reconnect() {
    try {
      await request(paths.api.me)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return this.stop()
      return this.#onLost()
    }
    if (!this.#ended) this.#connect()
  }

  #wake = () => {
    if (document.visibilityState === 'hidden') return
    const isSilent = Date.now() - this.#heardAt > SILENCE_MAX_MS
    if (this.#since !== undefined || isSilent) this.#connect()
  }

  #lose = () => {
    this.#failures = FAILURES_UNTIL_OFFLINE
    this.#onLost()
  }
}
