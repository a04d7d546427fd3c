'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useNotifier } from '../people/use-notifier'
import { useViewer } from '../people/use-viewer'
import type { Frame, LiveState } from './live-stream'
import { startFollowing } from './start-following'

interface Live {
  state: LiveState
  /** Since when it is not live. */
  since?: Date
}

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
    () =>
      startFollowing(
        (follow) =>
          follow(client, {
            viewer: { id, name },
            initialFeed,
            onState: (frame) => setLive((before) => toLive(frame, before)),
            tell,
          }),
        () => setLive({ state: 'offline', since: new Date() }),
      ),
    [client, id, name, initialFeed, tell],
  )
  return <LiveContext value={live}>{children}</LiveContext>
}

/** Whether what is on screen is the present. */
export function useLive(): Live {
  return useContext(LiveContext)
}

/** What is as it was stays the same object: half of the screen looks at it. */
function toLive({ state, since }: Extract<Frame, { type: 'state' }>, before: Live): Live {
  if (state === before.state && since === before.since?.getTime()) return before
  return { state, since: since === undefined ? undefined : new Date(since) }
}
