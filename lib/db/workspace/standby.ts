import type { Queryable } from '../client'

/** Whether this Postgres takes no writes yet, as a standby before it is promoted. */
export async function isStandby(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ isStandby: boolean }[]>`select pg_is_in_recovery() as is_standby`
  return row?.isStandby === true
}
