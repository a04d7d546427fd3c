import { ownName } from '../browser/own-storage'
import { hearBuild } from '../browser/page-build'
import { type Frame, isKnownFrame, openLiveStream } from './live-stream'

const LOCK = 'stella-inbox stream'
const CHANNEL = 'stella-inbox stream'

/**
 * One stream for all tabs of a person in a browser: the tab that holds the lock opens it and relays every frame, the others
 * listen, and the next one takes over from its own feed number when that tab goes. (HTTP/1.1 allows six
 * connections to a server; a stream a tab would use them up.) Returns a function that leaves.
 */
export function joinTabs(
  feed: number,
  report: (frame: Exclude<Frame, { type: 'build' }>) => void,
): () => void {
  const channel = new BroadcastChannel(ownName(CHANNEL))
  const leaving = new AbortController()
  let cursor = feed
  let lastState: Frame | undefined

  function take(frame: Frame) {
    if (frame.type === 'build') return hearBuild(frame.build)
    if (frame.type === 'reset') cursor = frame.feed
    if (frame.type === 'changes') cursor = Math.max(cursor, frame.changes.feed)
    report(frame)
  }

  function lead() {
    const close = openLiveStream(cursor, (frame) => {
      if (frame.type === 'state') lastState = frame
      take(frame)
      channel.postMessage(frame)
    })
    return new Promise<void>((release) => {
      leaving.signal.addEventListener('abort', () => {
        close()
        release()
      })
    })
  }

  channel.onmessage = ({ data }: MessageEvent<Frame | 'hello'>) => {
    if (isKnownFrame(data)) take(data)
    else if (data === 'hello' && lastState) channel.postMessage({ ...lastState, feed: cursor })
  }
  channel.postMessage('hello')
  leaving.signal.addEventListener('abort', () => channel.close())
  elect(lead, leaving.signal)
  return () => leaving.abort()
}

function elect(lead: () => Promise<void>, signal: AbortSignal) {
  // Browsers have Web Locks only on https and localhost; elsewhere every tab leads itself.
  if (!navigator.locks) return void lead()
  navigator.locks
    .request(ownName(LOCK), { signal }, () => (signal.aborted ? undefined : lead()))
    .catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
}
