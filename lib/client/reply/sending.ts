'use client'

import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { OutboxResult, OutboxState } from '@/lib/domain/reply/outbox'
import type { RescheduleInput } from '@/lib/domain/reply/schema/reply-schema'
import { paths } from '@/lib/paths'
import type { Changes } from '@/lib/view/changes'
import type { MessageView } from '@/lib/view/message-view'
import type { OutageView, OutboxPageView } from '@/lib/view/outbox-view'
import { request } from '../api'
import { putMessage } from '../live/cache'
import { scheduledKey } from '../query-keys'

const OUTAGES_KEY = [paths.api.outages] as const
const OUTBOX_KEY = [paths.api.outbox] as const

/** The connections through which no replies go out for now. */
export function useOutages(): OutageView[] {
  const { data } = useQuery({
    queryKey: OUTAGES_KEY,
    queryFn: ({ signal }) => request<{ items: OutageView[] }>(paths.api.outages, { signal }),
  })
  return data?.items ?? []
}

/** The outage that keeps a channel's replies waiting. */
export function useOutageOf(channelId: string): OutageView | undefined {
  return useOutages().find(({ channelIds }) => channelIds.includes(channelId))
}

/** The replies of a conversation that wait for their time, soonest first. */
export function useScheduled(conversationId: string) {
  return useQuery({
    queryKey: scheduledKey(conversationId),
    queryFn: ({ signal }) =>
      request<{ items: MessageView[] }>(paths.api.scheduled(conversationId), { signal }),
  })
}

/** Gives a scheduled reply other words or another time. */
export function useReschedule(conversationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ messageId, ...body }: RescheduleInput & { messageId: string }) =>
      request<MessageView>(paths.api.schedule(conversationId, messageId), { method: 'PUT', body }),
    onSuccess: (message) => putMessage(client, message),
  })
}

/** Replies of one state that are not settled, oldest first, page by page. */
export function useOutboxList(state: OutboxState) {
  return useInfiniteQuery({
    queryKey: [...OUTBOX_KEY, state],
    queryFn: ({ pageParam, signal }) =>
      request<OutboxPageView>(outboxPath(state, pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export type SettleAction = 'send-again' | 'arrived' | 'cancel' | 'undo' | 'send-now'

/** One word on many replies. */
export function useSettleMany() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { action: SettleAction; messageIds: string[] }) =>
      request<OutboxResult>(paths.api.outbox, { method: 'PUT', body }),
    onSettled: () => client.invalidateQueries({ queryKey: OUTBOX_KEY }),
  })
}

/** Whether a frame of the stream may have changed what waits, and for what. */
export function touchesSending(
  client: QueryClient,
  { messages, replies: others }: Changes,
): boolean {
  const replies = messages.filter(({ author }) => author === 'agent')
  const anyReply = replies.length > 0 || others === true
  const isOut = (client.getQueryData<{ items: OutageView[] }>(OUTAGES_KEY)?.items.length ?? 0) > 0
  const isOpen = client.getQueryCache().findAll({ queryKey: OUTBOX_KEY, type: 'active' }).length > 0
  return replies.some(({ nextAttemptAt }) => nextAttemptAt) || (anyReply && (isOut || isOpen))
}

/** Asks anew what waits, and for what. */
export function refreshSending(client: QueryClient) {
  client.invalidateQueries({ queryKey: OUTAGES_KEY })
  client.invalidateQueries({ queryKey: OUTBOX_KEY })
}

function outboxPath(state: OutboxState, cursor?: string): string {
  const search = new URLSearchParams({ state })
  if (cursor) search.set('cursor', cursor)
  return `${paths.api.outbox}?${search}`
}
