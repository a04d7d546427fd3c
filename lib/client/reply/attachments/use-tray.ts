'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Platform } from '@/lib/domain/channel/channel'
import type { Attachment } from './attachment'
import { Tray } from './tray'
import { trays } from './trays'

const NONE: Attachment[] = []
const watchNothing = () => () => {}

/** The tray of a conversation, made when it is first asked for; the same one until the page goes. */
function trayOf(conversationId: string, platform: Platform): Tray {
  const known = trays.get(conversationId)
  if (known) return known
  const tray = new Tray(conversationId, platform)
  trays.set(conversationId, tray)
  return tray
}

/** The files in a conversation's composer and what can be done with them; no tray while the server draws. */
export function useTray(conversationId: string, platform: Platform) {
  const [tray, setTray] = useState<Tray>()
  // Read after the first paint: the server that renders the page knows nothing of this browser's files.
  useEffect(() => setTray(trayOf(conversationId, platform)), [conversationId, platform])
  const files = useSyncExternalStore(
    tray?.watch ?? watchNothing,
    tray?.read ?? (() => NONE),
    () => NONE,
  )
  return { tray, files }
}
