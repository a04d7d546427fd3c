import type { InfiniteData } from '@tanstack/react-query'
import type { View } from '@/lib/domain/conversation/conversation'
import { DELETED_PREVIEW, toPreview } from '@/lib/domain/message/content'
import type { ActivityView } from '@/lib/view/activity-view'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import type { Page, ThreadPage } from '@/lib/view/page-view'
import type { ListFilter } from '../query-keys'

/** Pages of a list, in its order. */
export type ListData = InfiniteData<Page<ConversationView>>
/** Pages of a thread: the first page is the newest, each page is oldest first. */
export type ThreadData = InfiniteData<ThreadPage>

/** Whether a conversation is shown in a view; the same rule as the server's list. */
export function belongsTo(view: View, conversation: ConversationView, viewerId: string): boolean {
  const { owner, status, assignee } = conversation
  if (view === 'all') return true
  if (status !== 'open') return false
  if (view === 'mine') return assignee?.id === viewerId
  // As long as Stella has not told us, the bot is the one who answers.
  if (view === 'bot') return owner === 'bot' || owner === 'unknown'
  return owner === view
}

/**
 * The list after a conversation changed: moved to its place, added, or taken out. A row that is older than what
 * the list already holds changes nothing; one that belongs below the last loaded page is left to that page.
 */
export function withConversation(
  data: ListData,
  filter: ListFilter,
  conversation: ConversationView,
  viewerId: string,
): ListData {
  const current = findCachedConversation(data, conversation.id)
  if (current && current.feed > conversation.feed) return data
  if (!isListed(filter, conversation, viewerId, current !== undefined))
    return current ? withoutConversation(data, conversation.id) : data
  // What a search found is its answer's; a change of the row says nothing of it.
  const row = { ...conversation, hit: conversation.hit ?? current?.hit }
  if (!current) return insertConversation(data, filter, row)
  // A row that stays where it is, is all that changes.
  return placeOf(filter, current) === placeOf(filter, row)
    ? replaceConversation(data, row)
    : insertConversation(withoutConversation(data, row.id), filter, row)
}

function replaceConversation(data: ListData, row: ConversationView): ListData {
  const index = data.pages.findIndex((page) => page.items.some(({ id }) => id === row.id))
  return mapPage(data, index, (page) => ({
    ...page,
    items: page.items.map((item) => (item.id === row.id ? row : item)),
  }))
}

/** What a list is ordered by. */
function placeOf({ view }: ListFilter, { ownerSince, lastActivityAt }: ConversationView) {
  return view === 'waiting' ? ownerSince : lastActivityAt
}

/** The row of a conversation in a list, if it is loaded. */
export function findCachedConversation(data: ListData, id: string): ConversationView | undefined {
  for (const page of data.pages) {
    const found = page.items.find((item) => item.id === id)
    if (found) return found
  }
  return undefined
}

/** The thread after a message came or changed. The newer `feed` wins; an id is never shown twice. */
export function withMessage(data: ThreadData, message: MessageView): ThreadData {
  const next = withLine(data, message)
  const isQuoted = next.pages.some(({ items }) => items.some(quotes(message.id)))
  return isQuoted ? withQuotes(next, findMessage(next, message.id) ?? message) : next
}

function findMessage(data: ThreadData, id: string): MessageView | undefined {
  for (const { items } of data.pages) {
    const found = items.findLast((item) => item.id === id)
    if (found) return found
  }
  return undefined
}

function quotes(id: string) {
  return ({ replyTo }: MessageView) => replyTo?.messageId === id
}

/** What quotes a message shows what it says now: of a deleted one nothing. */
function withQuotes(data: ThreadData, { id, deleted, content }: MessageView): ThreadData {
  const preview = deleted ? DELETED_PREVIEW : toPreview(content)
  const said = JSON.stringify(preview)
  const isStale = (item: MessageView) =>
    quotes(id)(item) && JSON.stringify(item.replyTo?.preview) !== said
  if (!data.pages.some((page) => page.items.some(isStale))) return data
  const refresh = (item: MessageView) =>
    isStale(item) && item.replyTo ? { ...item, replyTo: { ...item.replyTo, preview } } : item
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some(isStale) ? { ...page, items: page.items.map(refresh) } : page,
    ),
  }
}

function withLine(data: ThreadData, message: MessageView): ThreadData {
  if (message.removed) return withoutMessage(data, message.id)
  const current = findMessage(data, message.id)
  if (!current) return insertMessage(data, message)
  if (current.feed >= message.feed) return data
  const index = data.pages.findIndex((page) => page.items.includes(current))
  // A changed order moves the line: take it out, then put it where it belongs now.
  if (current.order !== message.order)
    return insertMessage(withoutMessage(data, message.id), message)
  return mapPage(data, index, (page) => ({
    ...page,
    items: page.items.map((item) => (item.id === message.id ? message : item)),
  }))
}

/** The scheduled replies after a message changed, soonest first: it joins, moves, or leaves. */
export function withScheduled(items: MessageView[], message: MessageView): MessageView[] {
  const current = items.find((item) => item.id === message.id)
  if (current ? current.feed >= message.feed : !message.sendAt) return items
  const rest = items.filter((item) => item.id !== message.id)
  if (!message.sendAt || message.removed) return rest
  return [...rest, message].sort((a, b) => ((a.sendAt ?? '') < (b.sendAt ?? '') ? -1 : 1))
}

/** The thread after a line between messages came, or changed: a call that was taken is still one line. */
export function withActivity(data: ThreadData, activity: ActivityView): ThreadData {
  if (data.pages.some((page) => page.activities.some(({ id }) => id === activity.id)))
    return {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        activities: renewed(page.activities, activity),
      })),
    }
  const index = pageFor(data, activity.order)
  if (index === undefined) return data
  return mapPage(data, index, (page) => ({
    ...page,
    activities: insertInOrder(page.activities, activity),
  }))
}

function renewed(activities: ActivityView[], changed: ActivityView): ActivityView[] {
  return activities.map((activity) => (activity.id === changed.id ? changed : activity))
}

/** The number of the newest change a thread shows; 0 when it shows nothing. */
export function newestFeed(data: ThreadData | undefined): number {
  const feeds = data?.pages.flatMap((page) => page.items.map((item) => item.feed)) ?? []
  return feeds.reduce((newest, feed) => Math.max(newest, feed), 0)
}

function isListed(
  filter: ListFilter,
  conversation: ConversationView,
  viewerId: string,
  wasListed: boolean,
): boolean {
  if (!belongsTo(filter.view, conversation, viewerId)) return false
  if (filter.channel && conversation.channel.id !== filter.channel) return false
  if (filter.tag && !conversation.tags.includes(filter.tag)) return false
  // Only the server can search texts: a row it found stays, a new one joins by name or number.
  return !filter.q || wasListed || isNamed(filter.q, conversation)
}

function isNamed(q: string, { member }: ConversationView): boolean {
  const needle = q.trim().toLowerCase()
  return member.name.toLowerCase().includes(needle) || member.externalId.includes(needle)
}

/** The list without a conversation. */
export function withoutConversation(data: ListData, id: string): ListData {
  if (!findCachedConversation(data, id)) return data
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some((item) => item.id === id)
        ? { ...page, items: page.items.filter((item) => item.id !== id) }
        : page,
    ),
  }
}

function insertConversation(
  data: ListData,
  filter: ListFilter,
  conversation: ConversationView,
): ListData {
  for (const [index, page] of data.pages.entries()) {
    const at = page.items.findIndex((item) => isAbove(filter, conversation, item))
    if (at >= 0)
      return mapPage(data, index, () => ({
        ...page,
        items: page.items.toSpliced(at, 0, conversation),
      }))
  }
  const last = data.pages.length - 1
  if (last < 0 || data.pages[last]?.nextCursor) return data
  return mapPage(data, last, (page) => ({ ...page, items: [...page.items, conversation] }))
}

/** The order of the server's list: newest activity first, and of the waiting who waits longest. */
function isAbove(filter: ListFilter, a: ConversationView, b: ConversationView): boolean {
  if (filter.view === 'waiting') return isWaitingAbove(filter, a, b)
  if (a.lastActivityAt !== b.lastActivityAt) return a.lastActivityAt > b.lastActivityAt
  return a.id > b.id
}

function isWaitingAbove({ newest }: ListFilter, a: ConversationView, b: ConversationView): boolean {
  const [x, y] = [a.ownerSince ?? '', b.ownerSince ?? '']
  const isBefore = x === y ? a.id < b.id : x < y
  return newest ? !isBefore : isBefore
}

function insertMessage(data: ThreadData, message: MessageView): ThreadData {
  const index = pageFor(data, message.order)
  if (index === undefined) return data
  return mapPage(data, index, (page) => ({ ...page, items: insertInOrder(page.items, message) }))
}

/** The page a place in the thread belongs to; undefined when that page is not loaded yet. */
function pageFor(data: ThreadData, order: string): number | undefined {
  const index = data.pages.findIndex((page) => {
    const first = page.items[0]
    return first !== undefined && order >= first.order
  })
  if (index >= 0) return index
  const last = data.pages.length - 1
  return last < 0 || data.pages[last]?.previousCursor ? undefined : last
}

function withoutMessage(data: ThreadData, id: string): ThreadData {
  if (!findMessage(data, id)) return data
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some((item) => item.id === id)
        ? { ...page, items: page.items.filter((item) => item.id !== id) }
        : page,
    ),
  }
}

function insertInOrder<Item extends { order: string }>(items: Item[], item: Item): Item[] {
  // Nearly every line belongs at the end.
  const before = items.findLastIndex((other) => other.order <= item.order)
  return items.toSpliced(before + 1, 0, item)
}

function mapPage<P, Param>(
  data: InfiniteData<P, Param>,
  index: number,
  change: (page: P) => P,
): InfiniteData<P, Param> {
  return { ...data, pages: data.pages.map((page, i) => (i === index ? change(page) : page)) }
}
