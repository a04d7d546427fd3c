import { hasRole, ROLES, type Role } from '@/lib/domain/people/role'
import { roleFor } from '@/lib/domain/permissions'
import type { Queryable } from '../client'

export interface LinkRow {
  id: string
  purpose: 'invite' | 'password'
  email: string | null
  role: Role | null
  channelIds: string[] | null
  agentId: string | null
  expiresAt: number
  madeBy: string
  createdAt: number
}

const COLUMNS = [
  'id',
  'purpose',
  'email',
  'role',
  'channel_ids',
  'agent_id',
  'expires_at',
  'made_by',
  'created_at',
]

export async function insertLink(
  tx: Queryable,
  link: Omit<LinkRow, 'createdAt'> & { tokenSha256: string },
) {
  await tx`
    insert into agent_links (id, token_sha256, purpose, email, role, channel_ids, agent_id, expires_at, made_by)
    values (${link.id}, ${link.tokenSha256}, ${link.purpose}, ${link.email}, ${link.role},
      ${link.channelIds}::uuid[], ${link.agentId}, ${link.expiresAt}, ${link.madeBy})`
}

/** Invites that wait to be taken, the newest first, with who made them. */
export async function listOpenInvites(sql: Queryable) {
  return sql<(LinkRow & { madeByName: string | null })[]>`
    select ${sql(COLUMNS.map((name) => `l.${name}`))}, a.name as made_by_name
    from agent_links l left join agents a on a.id = l.made_by
    where l.purpose = 'invite' and ${isUsable(sql)} order by l.created_at desc limit 500`
}

/** A link that can still be spent. */
export async function findUsableLink(
  sql: Queryable,
  tokenSha256: string,
): Promise<LinkRow | undefined> {
  const [row] = await sql<LinkRow[]>`
    select ${sql(COLUMNS)} from agent_links l
    where l.token_sha256 = ${tokenSha256} and ${isUsable(sql)}`
  return row
}

/** Spends a link; undefined when it was spent, withdrawn or too old. Two at once: one gets it. */
export async function spendLink(tx: Queryable, tokenSha256: string): Promise<LinkRow | undefined> {
  const [row] = await tx<LinkRow[]>`
    update agent_links l set used_at = now()
    where l.token_sha256 = ${tokenSha256} and ${isUsable(tx)} returning ${tx(COLUMNS)}`
  return row
}

/** An invite by its id, the invites for an e-mail, the password links for somebody, or all that somebody made. */
export type WhichLinks =
  | { id: string }
  | { email: string }
  | { agentId: string }
  | { madeBy: string }

/** Makes open links worthless. Gives those it met. */
export async function withdrawLinks(tx: Queryable, which: WhichLinks): Promise<LinkRow[]> {
  return tx<LinkRow[]>`
    update agent_links l set withdrawn_at = now()
    where ${isOpen(tx)} and ${toCondition(tx, which)} returning ${tx(COLUMNS)}`
}

/** Forgets links that have been dead for a month. Gives how many. */
export async function purgeLinks(sql: Queryable): Promise<number> {
  return (await sql`delete from agent_links where expires_at < now() - interval '30 days'`).count
}

function toCondition(tx: Queryable, which: WhichLinks) {
  if ('id' in which) return tx`l.id = ${which.id} and l.purpose = 'invite'`
  if ('email' in which) return tx`l.email = ${which.email} and l.purpose = 'invite'`
  if ('agentId' in which) return tx`l.agent_id = ${which.agentId} and l.purpose = 'password'`
  return tx`l.made_by = ${which.madeBy}`
}

function isOpen(sql: Queryable) {
  return sql`l.used_at is null and l.withdrawn_at is null and l.expires_at > now()`
}

/** Whose word lets people in, and may still: a link is worth what its maker may do when it is spent. */
const MAKERS = ROLES.filter((role) => hasRole(role, roleFor('manage-people')))

function isUsable(sql: Queryable) {
  return sql`${isOpen(sql)} and exists (
    select from agents maker
    where maker.id = l.made_by and maker.disabled_at is null and maker.role = any(${MAKERS}))`
}
