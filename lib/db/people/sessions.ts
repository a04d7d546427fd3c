import { lt } from 'drizzle-orm'
import { now } from '@/drizzle/schema/columns'
import { sessions } from '@/drizzle/schema/sign-in'
import type { Queryable } from '../client'
import { orm } from '../orm'
import { PEOPLE_CHANNEL } from './people'

/**
 * A new sign-in of somebody whose password was this just now. False when it was changed, or they were disabled, while it was
 * looked at: the two take turns at the person's row, so that no sign-in is left over from before.
 */
export async function insertSession(
  sql: Queryable,
  session: { id: string; agentId: string; passwordHash: string; expiresAt: number },
): Promise<boolean> {
  const inserted = await sql`
    with person as (
      update agents set last_sign_in_at = now()
      where id = ${session.agentId} and password_hash = ${session.passwordHash} and disabled_at is null
      returning id
    )
    insert into sessions (id, agent_id, expires_at)
    select ${session.id}, id, ${session.expiresAt} from person returning id`
  return inserted.length > 0
}

/**
 * Ends a sign-in and, at the commit, the streams that stand on it, in every process. Gives whose it was; undefined when it
 * had ended before.
 */
export async function endSession(sql: Queryable, id: string): Promise<string | undefined> {
  const [row] = await sql<{ agentId: string }[]>`
    with ended as (delete from sessions where id = ${id} returning agent_id)
    select agent_id, pg_notify(${PEOPLE_CHANNEL}, '') from ended`
  return row?.agentId
}

/** Forgets sign-ins that have run out. Gives how many. */
export async function purgeSessions(db: Queryable): Promise<number> {
  return (await orm(db).delete(sessions).where(lt(sessions.expiresAt, now))).count
}
