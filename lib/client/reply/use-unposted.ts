'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { reason } from '@/lib/i18n/reason'
import { useLive } from '../live/live'
import { putBubble, readAllLocalReplies } from './local-replies'
import { askAbout, repost } from './post-reply'
import { GOES_BY_ITSELF_MS, takeOverUnposted } from './unposted'

/**
 * Replies that our server may not have: those of a page that was closed come back, and all are posted again as soon as
 * the server can be reached. The same id is the same message, so this never makes a second one.
 */
export function Unposted() {
  const client = useQueryClient()
  const { state } = useLive()

  useEffect(() => {
    void restore(client)
  }, [client])
  useEffect(() => {
    if (state === 'live') repostYoung(client)
  }, [client, state])
  return null
}

async function restore(client: QueryClient) {
  for (const { bubble, refused } of await takeOverUnposted()) {
    if (refused) {
      askAbout(client, bubble, refused)
      continue
    }
    const localError = reason('composer.notPosted.pageClosed')
    putBubble(client, { ...bubble, local: 'not-posted', localError })
  }
  repostYoung(client)
}

/** An old one holds back those after it: none overtakes another. */
function repostYoung(client: QueryClient) {
  for (const { bubbles } of readAllLocalReplies(client)) {
    const oldest = bubbles.find(({ local }) => local === 'not-posted')
    if (oldest && Date.now() - Date.parse(oldest.sentAt) < GOES_BY_ITSELF_MS)
      repost(client, oldest.conversationId)
  }
}
