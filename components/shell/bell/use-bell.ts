'use client'

import { useEffect, useRef, useState } from 'react'
import { useConversationList } from '@/lib/client/conversation/conversations'
import { goTo, toAddress } from '@/lib/client/conversation/location'
import { chime, wakeSound } from '@/lib/client/people/chime'
import { useMySettings } from '@/lib/client/people/my-settings'
import { leadBell, takeUnrung, waitingKey } from '@/lib/client/people/ringing'
import type { Reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { ConversationView } from '@/lib/view/conversation-view'
import { waitWords } from './wait-words'

/**
 * Rings once for everybody who begins to wait while a page of ours is open, in one tab. Gives what it last rang for.
 * Who waited before the page opened is in the title and the list.
 */
export function useBell(): { waits?: Reason; leads: boolean } {
  const { say } = useTranslator()
  const { ring, notify } = useMySettings()
  const { conversations, isLoading } = useConversationList({ view: 'waiting', newest: true })
  const [leads, setLeads] = useState(false)
  const [waits, setWaits] = useState<Reason>()
  const seen = useRef<ReadonlySet<string>>(undefined)

  useEffect(() => leadBell(() => setLeads(true)), [])
  useEffect(() => onPress(() => void wakeSound()), [])
  useEffect(() => {
    if (isLoading) return
    if (!seen.current) seen.current = new Set(conversations.map(waitingKey))
    if (!leads) return
    const fresh = takeUnrung(conversations, seen.current)
    if (fresh.length === 0) return
    setWaits(waitWords(fresh.map(({ member }) => member.name)))
    if (ring) void chime()
    if (notify && document.visibilityState === 'hidden')
      for (const each of fresh) show(each, say(waitWords([each.member.name])))
  }, [conversations, isLoading, leads, ring, notify, say])
  return { waits, leads }
}

function show(conversation: ConversationView, title: string) {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  const notification = new Notification(title, {
    body: conversation.channel.name,
    tag: waitingKey(conversation),
  })
  notification.onclick = () => {
    window.focus()
    const place = { conversationId: conversation.id, view: 'waiting' } as const
    if (location.pathname.startsWith(paths.inbox())) goTo(place)
    else location.assign(toAddress(place))
    notification.close()
  }
}

/** The first press in this tab, by mouse, finger or key. */
function onPress(run: () => void): () => void {
  const events = ['pointerdown', 'keydown'] as const
  const stop = () => {
    for (const name of events) document.removeEventListener(name, once)
  }
  function once() {
    stop()
    run()
  }
  for (const name of events) document.addEventListener(name, once)
  return stop
}
