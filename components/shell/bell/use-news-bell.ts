'use client'

import { useState } from 'react'
import { toast, toastProblem } from '@/lib/client/browser/toast'
import { currentLocation, goTo, toAddress } from '@/lib/client/conversation/location'
import { chime } from '@/lib/client/people/chime'
import { useMySettings } from '@/lib/client/people/my-settings'
import { useNews } from '@/lib/client/people/news'
import type { News } from '@/lib/client/people/news-in-changes'
import type { Said } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

const SHOWN_MS = 12_000

/**
 * Tells a person what happened to their conversations without their doing: shown in every tab, and rung for a transfer in the
 * one that leads. Gives what it told last.
 */
export function useNewsBell(leads: boolean): Said | undefined {
  const translator = useTranslator()
  const { ring } = useMySettings()
  const [last, setLast] = useState<Said>()
  useNews((news) => {
    setLast(news.title)
    if (leads && ring && news.kind === 'given') void chime()
    if (leads && document.hidden) notify(news, translator)
    if (!isInSight(news)) show(news, translator)
  })
  return last
}

/** Where the thread itself says it, in the bubble. Who answers is told wherever one is: one may be writing. */
function isInSight({ kind, conversationId }: News): boolean {
  const isOpen = isInbox() && currentLocation().conversationId === conversationId
  return kind === 'not-sent' && isOpen && document.hasFocus()
}

function show({ kind, tag, title, body, conversationId }: News, { t, say }: Translator) {
  const open = { label: t('common.open'), onClick: () => goThere(conversationId) }
  const isThere = isInbox() && currentLocation().conversationId === conversationId
  const options = {
    id: tag,
    description: say(body),
    duration: SHOWN_MS,
    action: isThere ? undefined : open,
  }
  if (kind === 'not-sent') toastProblem(say(title), options)
  else toast(say(title), options)
}

function notify({ tag, title, body, conversationId }: News, { say }: Translator) {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  const notification = new Notification(say(title), { body: say(body).slice(0, 200), tag })
  notification.onclick = () => {
    window.focus()
    goThere(conversationId)
    notification.close()
  }
}

function goThere(conversationId: string) {
  const place = { conversationId, view: 'all' } as const
  if (isInbox()) goTo({ ...currentLocation(), conversationId })
  else location.assign(toAddress(place))
}

function isInbox(): boolean {
  return location.pathname.startsWith(paths.inbox())
}
