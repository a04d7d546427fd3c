'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { ChannelRef } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'

/** What every line of a thread may need, and what it may ask of the thread around it. */
export interface ThreadFrame {
  viewer: Viewer
  memberName: string
  channel: ChannelRef
  timeZone: string
  /** Opens what is known about how a message came here. */
  showInfo: (message: MessageView, at?: 'raw') => void
  /** Opens a picture large. */
  showMedia: (mediaId: string) => void
  /** Scrolls to a message and lights it up. */
  jumpTo: (messageId: string) => void
  /** Whether something folded was opened; remembered while its row is out of sight. */
  isUnfolded: (key: string) => boolean
  unfold: (key: string) => void
}

const ThreadFrameContext = createContext<ThreadFrame | undefined>(undefined)

export function ThreadFrameProvider({
  frame,
  children,
}: {
  frame: ThreadFrame
  children: ReactNode
}) {
  return <ThreadFrameContext value={frame}>{children}</ThreadFrameContext>
}

/** The thread around this line. */
export function useThreadFrame(): ThreadFrame {
  const frame = useContext(ThreadFrameContext)
  if (!frame) throw new Error('useThreadFrame needs a ThreadFrameProvider above it.')
  return frame
}
