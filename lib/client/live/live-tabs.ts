import { ownName } from '../browser/own-storage'
import { hearBuild } from '../browser/page-build'
import { type Frame, type Heard, isKnownFrame, openLiveStream } from './live-stream'
import { onShownThreads, shownThreads } from './shown-threads'
import { TabsShown } from './tabs-shown'

/** Tabs of a version that asked for all lines have another: they would miss those that these leave out. */
const NAME = 'stella-inbox stream of what is shown'

/** What tabs say to each other: what the stream told, that one has come, what one shows. */
type Word = Heard | 'hello' | { type: 'shown'; tab: string; ids: readonly string[] }

/**
 * One stream for all tabs of a person in a browser: the tab that holds the lock opens it and relays every frame, the others
 * listen, and the next one takes over from its own feed number when that tab goes. It carries the lines of what any of them
 * shows: of what they show too late it says that they were left out. (HTTP/1.1 allows six
 * connections to a server; a stream a tab would use them up.) Returns a function that leaves.
 */
export function joinTabs(feed: number, report: (frame: Frame) => void): () => void {
  const channel = new BroadcastChannel(ownName(NAME))
  const leaving = new AbortController()
  const tab = Math.random().toString(36)
  const tabs = new TabsShown()
  let cursor = feed
  let lastState: Extract<Frame, { type: 'state' }> | undefined
  let stream: ReturnType<typeof openLiveStream> | undefined

  function take(frame: Heard) {
    if (frame.type === 'build') return hearBuild(frame.build)
    if (frame.type === 'reset') cursor = frame.feed
    if (frame.type === 'changes') cursor = Math.max(cursor, frame.changes.feed)
    report(frame)
  }

  function say(word: Word) {
    channel.postMessage(word)
  }

  function lead() {
    stream = openLiveStream(cursor, tabs.all(), (frame) => {
      if (frame.type === 'state') lastState = frame
      take(frame)
      say(frame)
    })
    const { stop } = stream
    return new Promise<void>((release) => {
      leaving.signal.addEventListener('abort', () => {
        stop()
        release()
      })
    })
  }

  function show(of: string, ids: readonly string[]) {
    tabs.set(of, ids)
    stream?.show(tabs.all())
  }

  function tellShown(ids = shownThreads()) {
    show(tab, ids)
    say({ type: 'shown', tab, ids })
  }

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data === 'hello') {
      if (lastState) say({ ...lastState, feed: cursor })
      tellShown()
    } else if (isKnownFrame(data)) take(data)
    else if (data.type === 'shown') show(data.tab, data.ids)
  }
  say('hello')
  tellShown()
  const forget = onShownThreads(() => tellShown())
  leaving.signal.addEventListener('abort', () => {
    forget()
    tellShown([])
    channel.close()
  })
  elect(lead, leaving.signal)
  return () => leaving.abort()
}

function elect(lead: () => Promise<void>, signal: AbortSignal) {
  // Browsers have Web Locks only on https and localhost; elsewhere every tab leads itself.
  if (!navigator.locks) return void lead()
  navigator.locks
    .request(ownName(NAME), { signal }, () => (signal.aborted ? undefined : lead()))
    .catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
}
