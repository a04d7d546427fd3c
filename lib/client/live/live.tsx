'use client'

import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import type { Changes } from '@/lib/view/changes'
import { watchCounts } from '../conversation/recount'
import { tellNews } from '../people/news'
import { useNotifier } from '../people/use-notifier'
import { useViewer } from '../people/use-viewer'
import { conversationKeys } from '../query-keys'
import { refreshSending, touchesSending } from '../reply/sending'
import { applyChanges } from './cache'
import type { Frame, LiveState } from './live-stream'
import { joinTabs } from './live-tabs'
import { rememberChanges } from './recent-changes'

interface Live {
  state: LiveState
  /** Since when it is not live. */
  since?: Date
}

const RECHECK_INTERVAL_MS = 1_000

const LiveContext = createContext<Live>({ state: 'catching-up' })

/**
 * Keeps everything below up to date. `initialFeed` is the feed number the page was made at: the stream
 * starts after it, so nothing that happened while the page loaded is missed.
 */
export function LiveProvider({
  initialFeed,
  children,
}: {
  initialFeed: number
  children: ReactNode
}) {
  const client = useQueryClient()
  const viewer = useViewer()
  const { id, name } = viewer
  const tell = useNotifier(viewer)
  const [live, setLive] = useState<Live>({ state: 'catching-up' })

  useEffect(
    () => follow(client, { id, name }, initialFeed, setLive, tell),
    [client, id, name, initialFeed, tell],
  )
  return <LiveContext value={live}>{children}</LiveContext>
}

/** Whether what is on screen is the present. */
export function useLive(): Live {
  return useContext(LiveContext)
}

function follow(
  client: QueryClient,
  viewer: AgentRef,
  initialFeed: number,
  setLive: (live: Live) => void,
  tell: (changes: Changes) => void,
): () => void {
  const { id: viewerId } = viewer
  const memory = rememberChanges(client, viewerId)
  const counts = watchCounts(() => {
    client.invalidateQueries({ queryKey: conversationKeys.counts() })
  })
  const recheck = throttle(() => refreshSending(client), RECHECK_INTERVAL_MS)
  let feed: number | undefined

  function onFrame(frame: Exclude<Frame, { type: 'build' }>) {
    if (frame.type === 'state') {
      // What could not be fetched while the server was away is asked for again, without a click.
      if (frame.state === 'live') client.refetchQueries({ predicate: hasFailed, type: 'active' })
      return setLive(toLive(frame))
    }
    const missed = frame.type === 'changes' && feed !== undefined && frame.after > feed
    feed = frame.type === 'changes' ? frame.changes.feed : frame.feed
    if (frame.type === 'changes') {
      tellNews(client, frame.changes, viewer)
      memory.add(frame.changes)
      applyChanges(client, frame.changes, viewerId)
      tell(frame.changes)
      if (touchesSending(client, frame.changes)) recheck.call()
    }
    const channelsChanged = frame.type === 'changes' && frame.changes.channelsChanged
    // A row keeps its number when its channel is connected or disconnected: remembered ones would undo that.
    if (frame.type === 'reset' || channelsChanged) memory.clear()
    if (missed || channelsChanged || frame.type === 'reset') {
      counts.forget()
      client.invalidateQueries()
    } else counts.add(frame.changes.conversations)
  }

  // A page that comes back from the browser's memory has slept through an unknown number of frames.
  const onShow = (event: PageTransitionEvent) => event.persisted && client.invalidateQueries()
  window.addEventListener('pageshow', onShow)
  const leave = joinTabs(initialFeed, onFrame)
  return () => {
    window.removeEventListener('pageshow', onShow)
    leave()
    counts.stop()
    recheck.cancel()
    memory.forget()
  }
}

function hasFailed({ state }: Query): boolean {
  return state.status === 'error'
}

function toLive({ state, since }: Extract<Frame, { type: 'state' }>): Live {
  return { state, since: since === undefined ? undefined : new Date(since) }
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
