/** Every folded table and its key, which orders its rows. `pending_events` is work, not a fold of the log. */
export const FOLDED_TABLES = {
  channels: ['id'],
  members: ['id'],
  member_aliases: ['channel_id', 'external_id'],
  conversations: ['id'],
  merged_conversations: ['id'],
  messages: ['id'],
  message_keys: ['channel_id', 'key'],
  sightings: ['channel_id', 'content_key', 'second', 'source', 'ref'],
  receipts: ['channel_id', 'platform_message_id', 'status'],
  reactions: ['channel_id', 'platform_message_id', 'actor'],
  activities: ['id'],
  ownership_spans: ['conversation_id', 'place'],
  media: ['id'],
  event_outcomes: ['event_id'],
} as const

export type FoldedTable = keyof typeof FOLDED_TABLES

/** The names alone, in an order in which they may be written. */
export const FOLDED_TABLE_NAMES = Object.keys(FOLDED_TABLES) as FoldedTable[]

/** Where a rebuild folds the log to, inside its own transaction. */
export const REBUILD_SCHEMA = 'inbox_rebuild'
