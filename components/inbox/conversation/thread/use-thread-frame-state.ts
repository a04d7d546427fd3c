'use client'

import { useCallback, useMemo, useState } from 'react'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import type { ThreadFrame } from './thread-context'

export interface Overlays {
  info?: { message: MessageView; raw: boolean }
  mediaId?: string
  /** A message to scroll to. */
  target?: string
  showMedia: (mediaId: string) => void
  closeInfo: () => void
  closeMedia: () => void
  onJumped: () => void
}

/** What the lines of a thread share. It keeps its identity while nothing in it changes, so rows don't render again. */
export function useThreadFrameState(conversation: ConversationView, viewer: Viewer) {
  const [info, setInfo] = useState<Overlays['info']>()
  const [mediaId, setMediaId] = useState<string>()
  const [target, setTarget] = useState<string>()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const { id: channelId, name: channelName, platform, authorized } = conversation.channel
  const { timeZone } = useTranslator()
  const memberName = conversation.member.name

  const frame = useMemo<ThreadFrame>(
    () => ({
      viewer,
      memberName,
      channel: { id: channelId, name: channelName, platform, authorized },
      timeZone,
      showInfo: (message, at) => setInfo({ message, raw: at === 'raw' }),
      showMedia: setMediaId,
      jumpTo: setTarget,
      isUnfolded: (key) => unfolded.has(key),
      unfold: (key) => setUnfolded((keys) => new Set([...keys, key])),
    }),
    [viewer, memberName, channelId, channelName, platform, authorized, timeZone, unfolded],
  )
  const overlays: Overlays = {
    info,
    mediaId,
    target,
    showMedia: setMediaId,
    closeInfo: useCallback(() => setInfo(undefined), []),
    closeMedia: useCallback(() => setMediaId(undefined), []),
    onJumped: useCallback(() => setTarget(undefined), []),
  }
  return { frame, overlays }
}
