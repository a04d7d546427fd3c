import type { Role } from '@/lib/domain/people/role'
import type { Queryable } from '../client'

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
export async function listPersonRows(sql: Queryable): Promise<PersonRow[]> {
  return sql<PersonRow[]>`
    select a.id, a.email, a.name, a.role, a.channel_ids, a.disabled_at, a.created_at,
      v.sha256 as avatar_sha256, a.last_sign_in_at, s.sessions
    from agents a left join agent_avatars v on v.agent_id = a.id
      cross join lateral (
        select count(*) as sessions from sessions where agent_id = a.id and expires_at > now()) s
    order by a.disabled_at is not null, lower(a.name), a.id`
}

/** One person, held until the transaction ends, so that two changes at once follow each other. */
export async function lockPerson(tx: Queryable, id: string) {
  const [row] = await tx<
    Pick<PersonRow, 'id' | 'email' | 'name' | 'role' | 'channelIds' | 'disabledAt'>[]
  >`select id, email, name, role, channel_ids, disabled_at from agents where id = ${id} for update`
  return row
}

/** Admins who can sign in, but for one. */
export async function countOtherAdmins(tx: Queryable, id: string): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) as count from agents
    where role = 'admin' and disabled_at is null and id <> ${id}`
  return row?.count ?? 0
}

/** Ends sign-ins of a person, all but one where it is named. Gives how many were live. */
export async function deleteSessionsOf(
  tx: Queryable,
  agentId: string,
  except?: string,
): Promise<number> {
  const ended = await tx<{ live: boolean }[]>`
    delete from sessions where agent_id = ${agentId}
      ${except ? tx`and id <> ${except}` : tx``}
    returning expires_at > now() as live`
  return ended.filter(({ live }) => live).length
}

/** Whom the live sessions among these belong to, and what they may see; absent: the session has ended. */
export async function listStreamViewers(sql: Queryable, sessionIds: string[]) {
  return sql<{ sessionId: string; role: Role; channelIds: string[] | null }[]>`
    select s.id as session_id, a.role, a.channel_ids
    from sessions s join agents a on a.id = s.agent_id
    where s.id = any(${sessionIds}::uuid[]) and s.expires_at > now() and a.disabled_at is null`
}
