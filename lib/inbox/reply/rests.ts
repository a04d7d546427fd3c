import { findPause } from '@/lib/db/channel/connection-pauses'
import type { Queryable } from '@/lib/db/client'
import { spread } from './pauses'

/**
 * Until when calls that nobody waits for stay away from a connection, in epoch ms; undefined: they may be made now.
 * Only what Stella itself asked for counts: that one of its APIs is away is no reason to leave the others alone.
 */
export async function findRest(sql: Queryable, connectionId: string): Promise<number | undefined> {
  const pause = await findPause(sql, connectionId)
  if (!pause || (pause.cause !== 'limit' && pause.cause !== 'busy')) return undefined
  return pause.until > Date.now() ? spread(pause.until) : undefined
}
