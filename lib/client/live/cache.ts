import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { Changes } from '@/lib/view/changes'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { putCounters } from '../conversation/counters'
import { currentLocation, goTo } from '../conversation/location'
import { conversationKeys, type ListFilter, scheduledKey } from '../query-keys'
import {
  findCachedConversation,
  type ListData,
  type ThreadData,
  withActivity,
  withConversation,
  withMessage,
  withoutConversation,
  withScheduled,
} from './patch'

/** Puts one frame of the stream into every query that shows something of it. */
export function applyChanges(client: QueryClient, changes: Changes, viewerId: string) {
  notifyManager.batch(() => {
    for (const { id, intoId } of changes.merged ?? []) forgetMerged(client, id, intoId)
    for (const conversation of changes.conversations)
      putConversation(client, conversation, viewerId)
    for (const message of changes.messages) putMessage(client, message)
    for (const activity of changes.activities) {
      patchThread(client, activity.conversationId, (data) => withActivity(data, activity))
    }
    putCounters(client, changes, viewerId)
  })
}

/** A conversation went into another: its row leaves every list, and whoever reads it goes on there. */
function forgetMerged(client: QueryClient, id: string, intoId: string) {
  for (const query of client.getQueryCache().findAll({ queryKey: conversationKeys.lists() })) {
    const filter = toFilter(query.queryKey)
    if (!filter) continue
    client.setQueryData<ListData>(conversationKeys.list(filter), (data) =>
      data ? withoutConversation(data, id) : data,
    )
  }
  const place = currentLocation()
  if (place.conversationId === id) goTo({ ...place, conversationId: intoId }, { replace: true })
  // Its lines stand in the other thread now, some of them before what is loaded of it.
  if (!client.getQueryData(conversationKeys.detail(id))) return
  void client.invalidateQueries({ queryKey: conversationKeys.thread(intoId) })
  client.removeQueries({ queryKey: conversationKeys.detail(id) })
}

/** Shows a conversation as it is now, in its own query and in every loaded list. */
export function putConversation(
  client: QueryClient,
  conversation: ConversationView,
  viewerId: string,
) {
  client.setQueryData<ConversationView>(conversationKeys.detail(conversation.id), (current) =>
    current && current.feed <= conversation.feed ? conversation : current,
  )
  for (const query of client.getQueryCache().findAll({ queryKey: conversationKeys.lists() })) {
    const filter = toFilter(query.queryKey)
    if (!filter) continue
    client.setQueryData<ListData>(conversationKeys.list(filter), (data) =>
      data ? withConversation(data, filter, conversation, viewerId) : data,
    )
  }
}

/** Shows a message as it is now, where its thread is loaded. */
export function putMessage(client: QueryClient, message: MessageView) {
  putScheduled(client, message)
  // Until its time a scheduled reply stands outside the thread.
  const shown = message.sendAt ? { ...message, removed: true as const } : message
  patchThread(client, message.conversationId, (data) => withMessage(data, shown))
}

function putScheduled(client: QueryClient, message: MessageView) {
  const key = scheduledKey(message.conversationId)
  client.setQueryData<{ items: MessageView[] }>(
    key,
    (data) => data && { ...data, items: withScheduled(data.items, message) },
  )
}

/** A conversation as any loaded list or its own query knows it: what to show while the newest is fetched. */
export function cachedConversation(client: QueryClient, id: string): ConversationView | undefined {
  const own = client.getQueryData<ConversationView>(conversationKeys.detail(id))
  if (own) return own
  const lists = client.getQueriesData<ListData>({ queryKey: conversationKeys.lists() })
  for (const [, data] of lists) {
    const found = data && findCachedConversation(data, id)
    if (found) return found
  }
  return undefined
}

function patchThread(client: QueryClient, id: string, change: (data: ThreadData) => ThreadData) {
  client.setQueryData<ThreadData>(conversationKeys.thread(id), (data) => data && change(data))
}

function toFilter(key: readonly unknown[]): ListFilter | undefined {
  const filter = key[1]
  return typeof filter === 'object' && filter !== null && 'view' in filter
    ? (filter as ListFilter)
    : undefined
}
