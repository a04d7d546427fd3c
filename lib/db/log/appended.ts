import type { Queryable } from '../client'

/** Wakes workers on other machines; a word that gets lost costs a second, because each worker also looks by itself. */
export const APPENDED_CHANNEL = 'inbox_appended'

/** Tells every worker that events wait. Not within the append: a NOTIFY there lets one commit wait for the other. */
export async function announceAppended(sql: Queryable): Promise<void> {
  await sql`select pg_notify(${APPENDED_CHANNEL}, '')`
}
