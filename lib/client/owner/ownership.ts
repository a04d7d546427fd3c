'use client'

import { useQuery } from '@tanstack/react-query'
import type { BotNode } from '@/lib/domain/conversation/conversation'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import { paths } from '@/lib/paths'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { HandOverCard } from '@/lib/view/hand-over-view'
import type { Page } from '@/lib/view/page-view'
import { request } from '../api'
import { keepPreviousOf } from '../live/keep-previous'

/** The hand-over card of a conversation, fetched anew whenever somebody else should answer. */
export function useHandOver({ id, owner, ownerSince }: ConversationView): HandOverCard | undefined {
  const { data } = useQuery({
    queryKey: [paths.api.handOver(id), owner, ownerSince],
    queryFn: ({ signal }) =>
      request<{ card: HandOverCard | null }>(paths.api.handOver(id), { signal }),
    placeholderData: keepPreviousOf([paths.api.handOver(id)]),
    enabled: owner !== 'unknown',
  })
  return data?.card ?? undefined
}

/** Everybody a conversation can be given to. Asked anew each time the choice opens: people come and go. */
export function useColleagues() {
  return useQuery({
    queryKey: [paths.api.colleagues],
    queryFn: ({ signal }) => request<Page<AgentRef>>(paths.api.colleagues, { signal }),
    staleTime: 0,
  })
}

/** The nodes at which the bot of a conversation's channel can go on, as far as they were seen. */
export function useBotNodes(id: string) {
  return useQuery({
    queryKey: [paths.api.botNodes(id)],
    queryFn: ({ signal }) => request<Page<BotNode>>(paths.api.botNodes(id), { signal }),
    staleTime: 0,
  })
}
