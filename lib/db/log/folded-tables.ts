import { getTableName } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { channels } from '@/drizzle/schema/folded/channel'
import {
  activities,
  conversations,
  mergedConversations,
  ownershipSpans,
} from '@/drizzle/schema/folded/conversation'
import { conversationCounters } from '@/drizzle/schema/folded/counter'
import { eventOutcomes } from '@/drizzle/schema/folded/feed'
import { media } from '@/drizzle/schema/folded/media'
import { memberAliases, members } from '@/drizzle/schema/folded/member'
import { messages } from '@/drizzle/schema/folded/message'
import {
  messageKeys,
  reactions,
  receipts,
  sightings,
} from '@/drizzle/schema/folded/message-identity'
import type { World } from '@/lib/domain/fold/world'

type Fields = { [Name in keyof World]: World[Name] extends { changes(): object[] } ? Name : never }
/** The tables of a world by the names of its fields. */
type WorldTable = NonNullable<Fields[keyof World]>

/** A table that nothing but the fold writes. */
interface Folded {
  table: PgTable
  /** Its rows in memory. */
  rows: WorldTable
}

/**
 * Every table that is folded row by row, in the order in which they are saved; a rebuild folds all of them. The key of each is the primary
 * key of the schema. (`pending_events` is work and not a fold of the log.)
 */
export const FOLDED = [
  { table: channels, rows: 'channels' },
  { table: members, rows: 'members' },
  { table: memberAliases, rows: 'aliases' },
  { table: conversations, rows: 'conversations' },
  { table: mergedConversations, rows: 'merged' },
  { table: messages, rows: 'messages' },
  { table: messageKeys, rows: 'keys' },
  { table: sightings, rows: 'sightings' },
  { table: receipts, rows: 'receipts' },
  { table: reactions, rows: 'reactions' },
  { table: activities, rows: 'activities' },
  { table: ownershipSpans, rows: 'spans' },
  { table: media, rows: 'media' },
  { table: eventOutcomes, rows: 'outcomes' },
] as const satisfies Folded[]

/** With the numbers that are kept as those change (lib/db/conversation/counters.ts). */
const TABLES = [...FOLDED.map(({ table }) => table), conversationCounters] as const

export type FoldedTable = (typeof TABLES)[number]['_']['name']

/** Their names, in an order in which they may be written. */
export const FOLDED_TABLE_NAMES = TABLES.map((table) => getTableName(table) as FoldedTable)

/** Rows that mean nothing, as a condition: which of them there are depends on how the log was cut into batches. */
export const MEANINGLESS: Partial<Record<FoldedTable, string>> = { conversation_counters: 'n = 0' }

/** The columns of the key of each, which also order its rows. */
export const FOLDED_KEYS = Object.fromEntries(
  TABLES.map((table) => [getTableName(table), keyOf(table)]),
) as Record<FoldedTable, string[]>

function keyOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)
  return key.map((column) => column.name)
}

/** Where a rebuild folds the log to, inside its own transaction. */
export const REBUILD_SCHEMA = 'inbox_rebuild'
