import { type Column, getTableColumns, getTableName, type Table } from 'drizzle-orm'
import type { Queryable } from '../client'
import { FOLDED_KEYS, type FoldedTable } from './folded-tables'

/**
 * Writes rows with one statement, a column as an array. With `new`, rows that nobody has met before: a row with such a key
 * is an error (23505). Otherwise they take the place of those with their keys. Throws too for text that Postgres can't hold.
 */
export async function writeRows(
  sql: Queryable,
  table: Table,
  rows: object[],
  are: 'new' | 'known',
) {
  if (rows.length === 0) return
  const writer = writerOf(table)
  const arrays = writer.columns.map(({ field, toElement }) => toArray(rows, field, toElement))
  await sql.unsafe(are === 'new' ? writer.insert : writer.upsert, arrays, { prepare: true })
}

interface WrittenColumn {
  field: string
  toElement: (value: unknown) => string
}

interface Writer {
  columns: WrittenColumn[]
  insert: string
  upsert: string
}

const WRITERS = new Map<Table, Writer>()

function writerOf(table: Table): Writer {
  const known = WRITERS.get(table)
  if (known) return known
  const writer = makeWriter(table)
  WRITERS.set(table, writer)
  return writer
}

/** One text a table, whatever the rows: it is prepared once a connection. */
function makeWriter(table: Table): Writer {
  const entries = Object.entries(getTableColumns(table))
  const columns = entries.map(([, column]) => column)
  const names = columns.map(({ name }) => `"${name}"`)
  const values = columns.map((column) =>
    isJson(column) ? `"${column.name}"::jsonb` : `"${column.name}"`,
  )
  const arrays = columns.map(
    (column, index) => `$${index + 1}::${isJson(column) ? 'text' : column.getSQLType()}[]`,
  )
  const key = FOLDED_KEYS[getTableName(table) as FoldedTable]
  const rest = columns
    .filter(({ name }) => !key.includes(name))
    .map(({ name }) => `"${name}" = excluded."${name}"`)
  const insert = `insert into "${getTableName(table)}" (${names}) select ${values} from unnest(${arrays}) as x (${names})`
  return {
    columns: entries.map(([field, column]) => ({ field, toElement: toElementOf(column) })),
    insert,
    upsert: `${insert} on conflict (${key.map((name) => `"${name}"`)}) do update set ${rest}`,
  }
}

function isJson(column: Column): boolean {
  return column.getSQLType() === 'jsonb'
}

function toElementOf(column: Column): (value: unknown) => string {
  const type = column.getSQLType()
  if (type === 'jsonb') return (value) => quote(JSON.stringify(value))
  if (type === 'text') return (value) => quote(String(value))
  if (type.startsWith('timestamp')) return (value) => `"${new Date(value as number).toISOString()}"`
  return String
}

/** A column as Postgres writes an array. One without any value is no array: `unnest` fills it up with nulls. */
function toArray(
  rows: object[],
  field: string,
  toElement: WrittenColumn['toElement'],
): string | null {
  let isEmpty = true
  const elements = (rows as Record<string, unknown>[]).map((row) => {
    const value = row[field]
    if (value === null || value === undefined) return 'NULL'
    isEmpty = false
    return toElement(value)
  })
  return isEmpty ? null : `{${elements.join(',')}}`
}

function quote(text: string): string {
  // The driver would write half of a surrogate pair as U+FFFD.
  if (!text.isWellFormed()) throw new Error('Text with half of a surrogate pair')
  return `"${SPECIAL.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`
}

const SPECIAL = /["\\]/
