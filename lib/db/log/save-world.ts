import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import { conversations } from '@/drizzle/schema/folded/conversation'
import { members } from '@/drizzle/schema/folded/member'
import { counterChanges } from '@/lib/domain/conversation/counters'
import type { World } from '@/lib/domain/fold/world'
import type { Queryable } from '../client'
import { addToCounters } from '../conversation/counters'
import { FOLDED, FOLDED_KEYS, type FoldedTable } from './folded-tables'
import { writeRows } from './write-rows'

/**
 * Writes every changed row, set-based, and the feed number. The statements are sent one behind the other without
 * waiting: rows of the next table turn into text while Postgres writes those of the one before. Where the events are
 * folded for the `first` time, what the world did not know before is inserted and nothing else, which costs Postgres a
 * third less; a row that is there nevertheless is an error.
 */
export async function saveWorld(sql: Queryable, world: World, isFirst = false): Promise<void> {
  await Promise.all([
    remove(sql, members, world.members.removals()),
    remove(sql, conversations, world.conversations.removals()),
    ...FOLDED.flatMap(({ table, rows }) =>
      isFirst
        ? insertAndUpdate(sql, table, world[rows].differences())
        : upsert(sql, table, world[rows].changes()),
    ),
    addToCounters(sql, counterChanges(world.conversations.differences()), world.feed),
    putFeedHead(sql, world.feed),
  ])
}

/** The numbers of the views stay exact where they were (lib/db/conversation/counters.ts). */
async function putFeedHead(sql: Queryable, feed: number) {
  await sql`
    update feed_head set feed = ${feed},
      counted_feed = case when counted_feed = feed then ${feed} else counted_feed end
    where id = 1`
}

/** Of two members who proved to be one, and of their threads, one row goes. */
async function remove(sql: Queryable, table: Table, rows: { id: string }[]) {
  if (rows.length === 0) return
  await sql`delete from ${sql(getTableName(table))} where id = any(${rows.map(({ id }) => id)}::uuid[])`
}

function insertAndUpdate(
  sql: Queryable,
  table: Table,
  differences: { before?: object | undefined; after?: object | undefined }[],
): Promise<void>[] {
  const known: object[] = []
  const fresh: object[] = []
  for (const { before, after } of differences) if (after) (before ? known : fresh).push(after)
  // The stretch that ends makes room for the one that begins.
  return [writeRows(sql, table, known, 'known'), writeRows(sql, table, fresh, 'new')]
}

/** Rows travel as one JSON array, so the number of parameters doesn't grow with the batch. */
async function upsert(sql: Queryable, table: Table, rows: object[]) {
  if (rows.length === 0) return
  const name = getTableName(table) as FoldedTable
  const key = FOLDED_KEYS[name]
  const columns = Object.entries(getTableColumns(table))
  const moments = new Set(
    columns
      .filter(([, column]) => column.getSQLType().startsWith('timestamp'))
      .map(([field]) => field),
  )
  const json = rows.map((row) => toSnake(row, columns, moments))
  const all = columns.map(([, column]) => column.name)
  const rest = all.filter((column) => !key.includes(column))
  // By name: a newer version beside this one may have added columns, whose defaults they then get.
  await sql`
    insert into ${sql(name)} (${sql(all)})
    select ${sql(all)} from jsonb_populate_recordset(null::${sql(name)}, ${JSON.stringify(json)}::text::jsonb)
    on conflict (${sql(key)}) do update set ${sql.unsafe(
      rest.map((column) => `"${column}" = excluded."${column}"`).join(', '),
    )}`
}

/** What is null stays out: Postgres reads a missing value as null, and half of all values are. */
function toSnake(row: object, columns: [string, { name: string }][], moments: Set<string>) {
  const values = new Map(Object.entries(row))
  const snake: Record<string, unknown> = {}
  for (const [field, { name }] of columns) {
    const value = values.get(field)
    if (value === null || value === undefined) continue
    const isMoment = moments.has(field) && typeof value === 'number'
    snake[name] = isMoment ? new Date(value).toISOString() : value
  }
  return snake
}
