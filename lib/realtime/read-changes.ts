import type { Queryable } from '@/lib/db/client'
import { listChangedConversations } from '@/lib/db/conversation/conversations'
import { listChangedCounters } from '@/lib/db/conversation/counters'
import { listMerged } from '@/lib/db/conversation/merged'
import { readRareChanges } from '@/lib/db/log/rare-changes'
import { listChangedActivities } from '@/lib/db/message/activities'
import { listChangedMessages } from '@/lib/db/message/messages'
import { toActivityView } from '@/lib/view/activity-view'
import type { Changes } from '@/lib/view/changes'
import { toConversationView } from '@/lib/view/conversation-view'
import { toCounterView } from '@/lib/view/counts-view'
import { toMessageView } from '@/lib/view/message-view'

/** Rows of one kind in a frame. */
const ROWS_MAX = 200

/**
 * The rows that changed after a feed number, as they are now, up to at most `head`. When there is more than a
 * frame holds, `feed` stops short and the caller goes on from it. A row that changes meanwhile comes again under
 * its new number, so nothing is skipped.
 */
export async function readChanges(sql: Queryable, after: number, head: number): Promise<Changes> {
  const [conversations, messages, rare, counters] = await Promise.all([
    listChangedConversations(sql, after, ROWS_MAX),
    listChangedMessages(sql, after, ROWS_MAX),
    readRareChanges(sql, after),
    listChangedCounters(sql, after),
  ])
  // Of what changed after that was asked the number is above `head`, so a later frame has it.
  const [activities, merged] = await Promise.all([
    rare.activities ? listChangedActivities(sql, after, ROWS_MAX) : [],
    rare.merged ? listMerged(sql, after, ROWS_MAX) : [],
  ])
  const feed = Math.min(head, ...[conversations, messages, activities, merged].map(reach))
  return {
    feed,
    channelsChanged: rare.channels || undefined,
    conversations: conversations.map(toConversationView),
    messages: messages.map(toMessageView),
    activities: activities.map((row) => ({
      ...toActivityView(row),
      conversationId: row.conversationId,
    })),
    counters: counters.length > 0 ? counters.map(toCounterView) : undefined,
    merged: merged.length > 0 ? merged.map(({ feed: _, ...each }) => each) : undefined,
  }
}

/** How far a list is complete: to its end, or to its last row when it was cut. */
function reach(rows: { feed: number }[]): number {
  const last = rows.length === ROWS_MAX ? rows.at(-1) : undefined
  return last ? last.feed : Number.POSITIVE_INFINITY
}
