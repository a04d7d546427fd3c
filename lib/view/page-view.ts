import type { ActivityView } from './activity-view'
import type { MessageView } from './message-view'

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export interface ThreadPage {
  /** Oldest first. */
  items: MessageView[]
  activities: ActivityView[]
  previousCursor: string | null
}

/** A page of rows as views. */
export function toPage<Row, View>(
  { items, nextCursor }: Page<Row>,
  toView: (row: Row) => View,
): Page<View> {
  return { items: items.map((row) => toView(row)), nextCursor }
}
