import { getTableName } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import * as schema from '@/drizzle/schema/folded'
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
 * Every folded table, in the order in which they are saved; a rebuild folds all of them. The key of each is the primary
 * key of the schema. (`pending_events` is work and not a fold of the log.)
 */
export const FOLDED = [
  { table: schema.channels, rows: 'channels' },
  { table: schema.members, rows: 'members' },
  { table: schema.memberAliases, rows: 'aliases' },
  { table: schema.conversations, rows: 'conversations' },
  { table: schema.mergedConversations, rows: 'merged' },
  { table: schema.messages, rows: 'messages' },
  { table: schema.messageKeys, rows: 'keys' },
  { table: schema.sightings, rows: 'sightings' },
  { table: schema.receipts, rows: 'receipts' },
  { table: schema.reactions, rows: 'reactions' },
  { table: schema.activities, rows: 'activities' },
  { table: schema.ownershipSpans, rows: 'spans' },
  { table: schema.media, rows: 'media' },
  { table: schema.eventOutcomes, rows: 'outcomes' },
] as const satisfies Folded[]

export type FoldedTable = (typeof FOLDED)[number]['table']['_']['name']

/** Their names, in an order in which they may be written. */
export const FOLDED_TABLE_NAMES = FOLDED.map(({ table }) => getTableName(table) as FoldedTable)

/** The columns of the key of each, which also order its rows. */
export const FOLDED_KEYS = Object.fromEntries(
  FOLDED.map(({ table }) => [getTableName(table), keyOf(table)]),
) as Record<FoldedTable, string[]>

function keyOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)
  return key.map((column) => column.name)
}

/** Where a rebuild folds the log to, inside its own transaction. */
export const REBUILD_SCHEMA = 'inbox_rebuild'
