import type { Role } from '@/lib/domain/role'
import type { Queryable } from './client'

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
    where l.purpose = 'invite' and ${usable(sql, 'l.')} order by l.created_at desc limit 500`
}

/** A link that can still be spent. */
export async function findUsableLink(
  sql: Queryable,
  tokenSha256: string,
): Promise<LinkRow | undefined> {
  const [row] = await sql<LinkRow[]>`
    select ${sql(COLUMNS)} from agent_links where token_sha256 = ${tokenSha256} and ${usable(sql)}`
  return row
}

/** Spends a link; undefined when it was spent, withdrawn or too old. Two at once: one gets it. */
export async function spendLink(tx: Queryable, tokenSha256: string): Promise<LinkRow | undefined> {
  const [row] = await tx<LinkRow[]>`
    update agent_links set used_at = now()
    where token_sha256 = ${tokenSha256} and ${usable(tx)} returning ${tx(COLUMNS)}`
  return row
}

/** Makes open links worthless: one by its id, or those of a purpose for one e-mail or agent. Gives those it met. */
export async function withdrawLinks(
  tx: Queryable,
  which: { id: string } | { email: string } | { agentId: string },
): Promise<LinkRow[]> {
  return tx<LinkRow[]>`
    update agent_links set withdrawn_at = now() where ${usable(tx)} and ${
      'id' in which
        ? tx`id = ${which.id} and purpose = 'invite'`
        : 'email' in which
          ? tx`lower(email) = lower(${which.email}) and purpose = 'invite'`
          : tx`agent_id = ${which.agentId} and purpose = 'password'`
    } returning ${tx(COLUMNS)}`
}

function usable(sql: Queryable, prefix = '') {
  return sql.unsafe(
    `${prefix}used_at is null and ${prefix}withdrawn_at is null and ${prefix}expires_at > now()`,
  )
}
