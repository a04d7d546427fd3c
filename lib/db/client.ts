import postgres from 'postgres'
import { endingWithConnection } from './driver/lost-transactions'
import { socketOpener } from './driver/socket'

/** Of a program that doesn’t say how many. */
const CONNECTIONS_MAX = 8
/** One that holds the lock of migrations, one that migrates. */
const PLAIN_CONNECTIONS_MAX = 2
const CONNECT_TIMEOUT_S = 5
/** No statement of a server takes so long; one that does must not hold its connection and locks for ever. */
export const STATEMENT_MS = 60_000

/** Seconds before the next try to connect: never long, so that Postgres coming back is noticed at once. */
function toBackoffS(retries: number): number {
  return Math.min(1, 0.05 * 2 ** retries) * (0.5 + Math.random() / 2)
}

/**
 * A connection that is lost while the driver waits to write a small message never writes a small message again: its
 * next start hangs until CONNECT_TIMEOUT_S (postgres 3.4.9, `nextWriteTimer` in connection.js). A first message of
 * more than 1,024 bytes is written at once and heals that. Postgres keeps the first 63 bytes of the name.
 */
const APPLICATION_NAME = 'stella-inbox'.padEnd(1_100)

/**
 * Times are epoch ms and 64-bit ids are numbers on this client, columns are camelCase. Drizzle's query builder works on
 * it too (lib/db/orm.ts).
 */
export function connect(
  url: string,
  options: { max?: number; lifelong?: boolean; statementMs?: number } = {},
) {
  return endingWithConnection(
    postgres(url, {
      max: options.max ?? CONNECTIONS_MAX,
      connect_timeout: CONNECT_TIMEOUT_S,
      backoff: toBackoffS,
      onnotice: () => {},
      transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
      connection: toSession(options.statementMs),
      ...withoutNagle(),
      // A session lock ends with its connection, so that one must not be renewed by the hour.
      ...(options.lifelong ? { max_lifetime: null } : {}),
      types: {
        bigint: { to: 20, from: [20], parse: Number, serialize: String },
        moment: {
          to: 1184,
          from: [1184],
          parse: (text: string) => Date.parse(text),
          serialize: (value: number | Date | string) => new Date(value).toISOString(),
        },
      },
    }),
  )
}

/** What a session is told at its start: who we are, and after how long Postgres breaks a statement off. */
function toSession(statementMs?: number) {
  return {
    application_name: APPLICATION_NAME,
    ...(statementMs ? { statement_timeout: statementMs } : {}),
  }
}

/** Not in the driver's types, though it is read (`options.socket`). */
function withoutNagle(): object {
  return { socket: socketOpener() }
}

/** As the migrator of Drizzle needs it: rows under the names of their columns, no types of ours. */
export function connectPlain(url: string) {
  return endingWithConnection(
    postgres(url, {
      max: PLAIN_CONNECTIONS_MAX,
      connect_timeout: CONNECT_TIMEOUT_S,
      backoff: toBackoffS,
      onnotice: () => {},
      connection: toSession(),
      ...withoutNagle(),
    }),
  )
}

type Types = { bigint: number; moment: number }
export type Sql = postgres.Sql<Types>
/** A transaction, or the pool: queries take either. */
export type Queryable = postgres.ISql<Types>
export type Transaction = postgres.TransactionSql<Types>
