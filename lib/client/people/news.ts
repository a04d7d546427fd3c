'use client'

import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { Changes } from '@/lib/view/changes'
import { cachedConversation } from '../live/cache'
import { type News, newsIn } from './news-in-changes'

const REMEMBERED_MAX = 500

const shown = new Set<string>()
const listeners = new Set<(news: News) => void>()

/** Tells what a frame has for this person. To be called before the frame is applied: what was, says what is new. */
export function tellNews(
  client: QueryClient,
  changes: Changes,
  viewer: Pick<Viewer, 'id' | 'name'>,
) {
  const known = { conversation: (id: string) => cachedConversation(client, id) }
  for (const news of newsIn(changes, viewer, known, Date.now())) {
    if (shown.has(news.tag)) continue
    if (shown.size > REMEMBERED_MAX) shown.clear()
    shown.add(news.tag)
    for (const listener of listeners) listener(news)
  }
}

/** Hears of news for as long as the caller is on screen. */
export function useNews(onNews: (news: News) => void) {
  const latest = useRef(onNews)
  useEffect(() => {
    latest.current = onNews
  })
  useEffect(() => {
    const hear = (news: News) => latest.current(news)
    listeners.add(hear)
    return () => {
      listeners.delete(hear)
    }
  }, [])
}
