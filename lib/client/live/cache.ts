import { hashKey, notifyManager, type Query, type QueryClient } from '@tanstack/react-query'
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
import { patchQuery, queryOf } from './patch-query'

/** Puts one frame of the stream into every query that shows something of it. */
export function applyChanges(client: QueryClient, changes: Changes, viewerId: string) {
  const find = (key: readonly unknown[]) => queryOf(client, key)
  notifyManager.batch(() => {
    for (const { id, intoId } of changes.merged ?? []) forgetMerged(client, id, intoId)
    patchRows(find, listsOf(client), changes, viewerId)
    for (const id of changes.untold ?? []) for (const key of linesOf(id)) readAnew(client, key)
    putCounters(client, changes, viewerId)
  })
}

/** Puts changes into one query alone: those that came while it was being read, and that its answer may not have. */
export function applyTo(client: QueryClient, query: Query, changes: Changes, viewerId: string) {
  const find = (key: readonly unknown[]) => (hashKey(key) === query.queryHash ? query : undefined)
  notifyManager.batch(() => {
    const lists = isList(query) ? [query] : []
    for (const list of lists)
      for (const { id } of changes.merged ?? [])
        patchQuery<ListData>(list, (data) => withoutConversation(data, id))
    patchRows(find, lists, changes, viewerId)
    for (const key of (changes.untold ?? []).flatMap(linesOf)) if (find(key)) readAnew(client, key)
    if (find(conversationKeys.counts())) putCounters(client, changes, viewerId)
  })
}

/** Whether frames of the stream are put into it at all. */
export function isPatched({ queryKey }: Query): boolean {
  return typeof queryKey[0] === 'string' && queryKey[0].startsWith(conversationKeys.lists()[0])
}

type Find = (key: readonly unknown[]) => Query | undefined

function patchRows(find: Find, lists: Query[], changes: Changes, viewerId: string) {
  for (const conversation of changes.conversations) putRow(find, lists, conversation, viewerId)
  for (const message of changes.messages) putLine(find, message)
  for (const activity of changes.activities)
    patchQuery<ThreadData>(find(conversationKeys.thread(activity.conversationId)), (data) =>
      withActivity(data, activity),
    )
}

/** What a browser holds of a conversation's lines. */
function linesOf(id: string) {
  return [conversationKeys.thread(id), scheduledKey(id)]
}

/**
 * Lines came that this browser was not told: what is on screen is read at once, what is not when it is looked at. A read that
 * is under way goes on, and is followed by another where lines came meanwhile (recent-changes.ts).
 */
function readAnew(client: QueryClient, queryKey: readonly unknown[]) {
  if (!queryOf(client, queryKey)) return
  void client.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false })
}

/** A conversation went into another: its row leaves every list, and whoever reads it goes on there. */
function forgetMerged(client: QueryClient, id: string, intoId: string) {
  for (const list of listsOf(client))
    patchQuery<ListData>(list, (data) => withoutConversation(data, id))
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
  notifyManager.batch(() =>
    putRow((key) => queryOf(client, key), listsOf(client), conversation, viewerId),
  )
}

function putRow(find: Find, lists: Query[], conversation: ConversationView, viewerId: string) {
  patchQuery<ConversationView>(find(conversationKeys.detail(conversation.id)), (current) =>
    current.feed <= conversation.feed ? conversation : current,
  )
  for (const list of lists) {
    const filter = toFilter(list.queryKey)
    if (filter)
      patchQuery<ListData>(list, (data) => withConversation(data, filter, conversation, viewerId))
  }
}

/** Shows a message as it is now, where its thread is loaded. */
export function putMessage(client: QueryClient, message: MessageView) {
  putLine((key) => queryOf(client, key), message)
}

function putLine(find: Find, message: MessageView) {
  patchQuery<{ items: MessageView[] }>(find(scheduledKey(message.conversationId)), (data) => {
    const items = withScheduled(data.items, message)
    return items === data.items ? data : { ...data, items }
  })
  // Until its time a scheduled reply stands outside the thread.
  const shown = message.sendAt ? { ...message, removed: true as const } : message
  patchQuery<ThreadData>(find(conversationKeys.thread(message.conversationId)), (data) =>
    withMessage(data, shown),
  )
}

/** A conversation as any loaded list or its own query knows it: what to show while the newest is fetched. */
export function cachedConversation(client: QueryClient, id: string): ConversationView | undefined {
  const own = client.getQueryData<ConversationView>(conversationKeys.detail(id))
  if (own) return own
  for (const { state } of listsOf(client)) {
    const data = state.data as ListData | undefined
    const found = data && findCachedConversation(data, id)
    if (found) return found
  }
  return undefined
}

function listsOf(client: QueryClient): Query[] {
  return client.getQueryCache().findAll({ queryKey: conversationKeys.lists() }).filter(isList)
}

function isList({ queryKey }: Query): boolean {
  return toFilter(queryKey) !== undefined
}

function toFilter(key: readonly unknown[]): ListFilter | undefined {
  const [address, filter] = key
  if (address !== conversationKeys.lists()[0]) return undefined
  return typeof filter === 'object' && filter !== null && 'view' in filter
    ? (filter as ListFilter)
    : undefined
}
