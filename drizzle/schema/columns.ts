import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'

/** Exact bytes. `jsonb` and `text` refuse NULs and lone surrogates, so a signed body could force an error. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** A moment, to the millisecond. */
export const moment = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** A 64-bit number that stays below 2^53: ids of events and feed numbers. */
export const big = (name: string) => bigint(name, { mode: 'number' })
