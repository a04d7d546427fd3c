import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js'
import type { Queryable } from './client'
import { withoutParameters } from './driver/without-parameters'

/** The query builder. Transactions are the client's (`sql.begin`): whoever has one hands it to `orm`. */
export type Orm = Omit<PostgresJsDatabase, 'transaction'>

/**
 * Drizzle's query builder on a pool or a transaction of ours: what it asks belongs to that transaction, like any
 * statement written by hand there.
 */
export function orm(db: Queryable): Orm {
  const known = made.get(db)
  if (known) return known
  const built = build(db)
  made.set(db, built)
  return built
}

const made = new WeakMap<Queryable, Orm>()
const dialect = new PgDialect()

/**
 * Made of its parts, because `drizzle()` replaces the parsers and serializers of the client it is given, and would have
 * every statement of ours read other types. The columns of drizzle/schema/columns.ts take what our client gives.
 */
function build(db: Queryable): Orm {
  const session = new PostgresJsSession(prepared(db), dialect, undefined)
  return withoutParameters(new PostgresJsDatabase(dialect, session, undefined))
}

/** Drizzle prepares nothing over postgres.js unless each query is named; the driver knows them by their text. */
function prepared(db: Queryable) {
  const unsafe: Queryable['unsafe'] = (query, parameters) =>
    db.unsafe(query, parameters, { prepare: true })
  // The session calls nothing else of a client but for transactions of its own.
  return { unsafe } as ConstructorParameters<typeof PostgresJsSession>[0]
}

/** One of some values, however many: `inArray` would be another statement, prepared anew, for each number of them. */
export function isOneOf(column: AnyColumn, values: readonly string[]): SQL {
  return sql`${column} = any(${sql.param(values)}::${sql.raw(column.getSQLType())}[])`
}
