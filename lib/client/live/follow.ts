import type { Query, QueryClient } from '@tanstack/react-query'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import type { Changes } from '@/lib/view/changes'
import { refreshFailed, touchesFailed } from '../conversation/counters'
import { tellNews } from '../people/news'
import { refreshSending, touchesSending } from '../reply/sending'
import { applyChanges } from './cache'
import { paceFrames } from './frame-pace'
import type { Frame } from './live-stream'
import { joinTabs } from './live-tabs'
import { joinFrames } from './newest'
import { rememberChanges } from './recent-changes'

type StateFrame = Extract<Frame, { type: 'state' }>

interface Follower {
  viewer: AgentRef
  /** The feed number at which the page was made. */
  initialFeed: number
  /** Told whether the connection is there. */
  onState: (frame: StateFrame) => void
  /** Told of every change once the screen has it. */
  tell: (changes: Changes) => void
}

const RECHECK_INTERVAL_MS = 1_000

/** Puts all that the stream tells into the store, in order. Returns a function that ends it. */
export function follow(client: QueryClient, follower: Follower): () => void {
  const { viewer, initialFeed, onState, tell } = follower
  const memory = rememberChanges(client, viewer.id)
  const recheck = throttle(() => refreshSending(client), RECHECK_INTERVAL_MS)
  const recount = throttle(() => refreshFailed(client), RECHECK_INTERVAL_MS)
  let feed: number | undefined

  function onFrame(frame: Frame) {
    if (frame.type === 'state') {
      // What could not be fetched while the server was away is asked for again, without a click.
      if (frame.state === 'live') client.refetchQueries({ predicate: hasFailed, type: 'active' })
      return onState(frame)
    }
    const missed = frame.type === 'changes' && feed !== undefined && frame.after > feed
    feed = frame.type === 'changes' ? frame.changes.feed : frame.feed
    if (frame.type === 'changes') {
      tellNews(client, frame.changes, viewer)
      memory.add(frame.changes)
      applyChanges(client, frame.changes, viewer.id)
      tell(frame.changes)
      if (touchesSending(client, frame.changes)) recheck.call()
      if (touchesFailed(client, frame.changes, viewer.id)) recount.call()
    }
    const channelsChanged = frame.type === 'changes' && frame.changes.channelsChanged
    // A row keeps its number when its channel is connected or disconnected: remembered ones would undo that.
    if (frame.type === 'reset' || channelsChanged) memory.clear()
    if (missed || channelsChanged || frame.type === 'reset') client.invalidateQueries()
  }

  // A page that comes back from the browser's memory has slept through an unknown number of frames.
  const onShow = (event: PageTransitionEvent) => event.persisted && client.invalidateQueries()
  window.addEventListener('pageshow', onShow)
  const pace = paceFrames<Frame>((frames) => {
    for (const frame of joinFrames(frames)) onFrame(frame)
  })
  const leave = joinTabs(initialFeed, pace.add)
  return () => {
    window.removeEventListener('pageshow', onShow)
    leave()
    pace.stop()
    recheck.cancel()
    recount.cancel()
    memory.forget()
  }
}

function hasFailed({ state }: Query): boolean {
  return state.status === 'error'
}

/** At most one call an interval, and always one after the last request. */
function throttle(run: () => void, intervalMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    call() {
      timer ??= setTimeout(() => {
        timer = undefined
        run()
      }, intervalMs)
    },
    cancel: () => clearTimeout(timer),
  }
}
