import { sql } from 'drizzle-orm'
import { bigint, customType } from 'drizzle-orm/pg-core'

/** Exact bytes. `jsonb` and `text` refuse NULs and lone surrogates, so a signed body could force an error. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * A moment, to the millisecond: epoch ms in the program, which the client of lib/db/client.ts reads and writes by itself.
 */
export const moment = customType<{ data: number; driverData: number }>({
  dataType: () => 'timestamp (3) with time zone',
})

/** When the row was made, for a `moment`. */
export const now = sql`now()`

/** A 64-bit number that stays below 2^53: ids of events and feed numbers. */
export const big = (name: string) => bigint(name, { mode: 'number' })

/** JSON. Drizzle's own column turns it into text, which the client would write as a JSON text, quoted once more. */
export const jsonb = customType<{ data: unknown }>({ dataType: () => 'jsonb' })
