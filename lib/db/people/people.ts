import { and, count, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { now } from '@/drizzle/schema/columns'
import { agents } from '@/drizzle/schema/people'
import { sessions } from '@/drizzle/schema/sign-in'
import type { Role } from '@/lib/domain/people/role'
import type { Queryable } from '../client'
import { isOneOf, orm } from '../orm'

/** Wakes whoever holds streams: somebody's sessions, role or channels changed. */
export const PEOPLE_CHANNEL = 'inbox_people'

/** Tells every process, once this transaction is committed, to look at its open streams again. */
export async function announcePeople(tx: Queryable): Promise<void> {
  await tx`select pg_notify(${PEOPLE_CHANNEL}, '')`
}

export interface PersonRow {
  id: string
  email: string
  name: string
  role: Role
  channelIds: string[] | null
  disabledAt: number | null
  createdAt: number
  avatarSha256: string | null
  /** Live sign-ins. */
  sessions: number
  lastSignInAt: number | null
}

/** Everybody who may or could sign in, those who can first, by name. */
export async function listPersonRows(db: Queryable): Promise<PersonRow[]> {
  return db<PersonRow[]>`
    select a.id, a.email, a.name, a.role, a.channel_ids, a.disabled_at, a.created_at,
      v.sha256 as avatar_sha256, a.last_sign_in_at, s.sessions
    from agents a left join agent_avatars v on v.agent_id = a.id
      cross join lateral (
        select count(*) as sessions from sessions where agent_id = a.id and expires_at > now()) s
    order by a.disabled_at is not null, lower(a.name), a.id`
}

/** One person, held until the transaction ends, so that two changes at once follow each other. */
export async function lockPerson(tx: Queryable, id: string) {
  const [row] = await orm(tx)
    .select({
      id: agents.id,
      email: agents.email,
      name: agents.name,
      role: agents.role,
      channelIds: agents.channelIds,
      disabledAt: agents.disabledAt,
    })
    .from(agents)
    .where(eq(agents.id, id))
    .for('update')
  return row
}

/** Admins who can sign in, but for one. */
export async function countOtherAdmins(db: Queryable, id: string): Promise<number> {
  const [row] = await orm(db)
    .select({ count: count() })
    .from(agents)
    .where(and(eq(agents.role, 'admin'), isNull(agents.disabledAt), ne(agents.id, id)))
  return row?.count ?? 0
}

/** Ends sign-ins of a person, all but one where it is named. Gives how many were live. */
export async function deleteSessionsOf(
  db: Queryable,
  agentId: string,
  except?: string,
): Promise<number> {
  const ended = await orm(db)
    .delete(sessions)
    .where(and(eq(sessions.agentId, agentId), except ? ne(sessions.id, except) : undefined))
    .returning({ live: sql<boolean>`${sessions.expiresAt} > now()` })
  return ended.filter(({ live }) => live).length
}

/** Whom the live sessions among these belong to, and what they may see; absent: the session has ended. */
export async function listStreamViewers(db: Queryable, sessionIds: string[]) {
  return orm(db)
    .select({ sessionId: sessions.id, role: agents.role, channelIds: agents.channelIds })
    .from(sessions)
    .innerJoin(agents, eq(agents.id, sessions.agentId))
    .where(
      and(isOneOf(sessions.id, sessionIds), gt(sessions.expiresAt, now), isNull(agents.disabledAt)),
    )
}
