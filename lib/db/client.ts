import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** Connections of the statements that must be fast: append, fold, feed, lists. */
const HOT_CONNECTIONS_MAX = 8
const ORM_CONNECTIONS_MAX = 4
const CONNECT_TIMEOUT_S = 10

/**
 * Times are epoch ms and 64-bit ids are numbers on this client, columns are camelCase. Drizzle replaces the date
 * parsers of the client it is given, so it has a client of its own (docs/decisions/0003-two-clients.md).
 */
export function connect(url: string, options: { max?: number; schema?: string } = {}) {
  return postgres(url, {
    max: options.max ?? HOT_CONNECTIONS_MAX,
    connect_timeout: CONNECT_TIMEOUT_S,
    onnotice: () => {},
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    connection: {
      application_name: 'stella-inbox',
      ...(options.schema ? { search_path: options.schema } : {}),
    },
    types: {
      bigint: { to: 20, from: [20], parse: Number, serialize: String },
      moment: {
        to: 1184,
        from: [1184],
        parse: (text: string) => Date.parse(text),
        serialize: (value: number | Date | string) => new Date(value).toISOString(),
      },
    },
  })
}

export function connectOrm(url: string) {
  const client = postgres(url, {
    max: ORM_CONNECTIONS_MAX,
    connect_timeout: CONNECT_TIMEOUT_S,
    onnotice: () => {},
  })
  return { orm: drizzle(client), end: () => client.end({ timeout: 5 }) }
}

type Types = { bigint: number; moment: number }
export type Sql = postgres.Sql<Types>
/** A transaction, or the pool: queries take either. */
export type Queryable = postgres.ISql<Types>
export type Transaction = postgres.TransactionSql<Types>
export type Orm = ReturnType<typeof connectOrm>['orm']
