'use client'

import { useEffect, useRef, useState } from 'react'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { Changes } from '@/lib/view/changes'
import { type Notice, noticesIn } from '../conversation/notices'
import { useMySettings } from './my-settings'

const REMEMBERED_MAX = 500

/** Tells by the browser's notifications what somebody asked to be told, while no tab of theirs is looked at. */
export function useNotifier({ id }: Pick<Viewer, 'id'>): (changes: Changes) => void {
  const settings = useMySettings()
  const { say } = useTranslator()
  const latest = useRef({ id, settings, say })
  useEffect(() => {
    latest.current = { id, settings, say }
  })
  const [tell] = useState(() =>
    createTeller(
      () => latest.current,
      (said) => latest.current.say(said),
    ),
  )
  return tell
}

function createTeller(viewer: () => Parameters<typeof noticesIn>[1], say: Translator['say']) {
  const shown = new Set<string>()
  return (changes: Changes) => {
    if (!mayTell()) return
    for (const notice of noticesIn(changes, viewer(), Date.now())) {
      if (shown.has(notice.tag)) continue
      shown.add(notice.tag)
      if (shown.size > REMEMBERED_MAX) shown.clear()
      show(notice, say)
    }
  }
}

function mayTell(): boolean {
  return document.hidden && 'Notification' in window && Notification.permission === 'granted'
}

function show({ tag, title, body, conversationId }: Notice, say: Translator['say']) {
  const notification = new Notification(title, { body: say(body).slice(0, 200), tag })
  notification.onclick = () => {
    window.focus()
    window.location.assign(paths.inbox(conversationId))
    notification.close()
  }
}
