import { and, desc, eq, exists, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { now } from '@/drizzle/schema/columns'
import { agentLinks, agents } from '@/drizzle/schema/people'
import { hasRole, ROLES } from '@/lib/domain/people/role'
import { roleFor } from '@/lib/domain/permissions'
import type { Queryable } from '../client'
import { isOneOf, orm } from '../orm'

const LISTED_MAX = 500

/** All of a link but its secret, and what has become of it. */
const COLUMNS = {
  id: agentLinks.id,
  purpose: agentLinks.purpose,
  email: agentLinks.email,
  role: agentLinks.role,
  channelIds: agentLinks.channelIds,
  agentId: agentLinks.agentId,
  expiresAt: agentLinks.expiresAt,
  madeBy: agentLinks.madeBy,
  createdAt: agentLinks.createdAt,
}

export type LinkRow = Pick<typeof agentLinks.$inferSelect, keyof typeof COLUMNS>

export async function insertLink(
  db: Queryable,
  link: Omit<LinkRow, 'createdAt'> & { tokenSha256: string },
) {
  await orm(db).insert(agentLinks).values(link)
}

/** Invites that wait to be taken, the newest first, with who made them. */
export async function listOpenInvites(db: Queryable) {
  return orm(db)
    .select({ ...COLUMNS, madeByName: agents.name })
    .from(agentLinks)
    .leftJoin(agents, eq(agents.id, agentLinks.madeBy))
    .where(and(eq(agentLinks.purpose, 'invite'), isUsable(db)))
    .orderBy(desc(agentLinks.createdAt))
    .limit(LISTED_MAX)
}

/** A link that can still be spent. */
export async function findUsableLink(
  db: Queryable,
  tokenSha256: string,
): Promise<LinkRow | undefined> {
  const [row] = await orm(db)
    .select(COLUMNS)
    .from(agentLinks)
    .where(and(eq(agentLinks.tokenSha256, tokenSha256), isUsable(db)))
  return row
}

/** Spends a link; undefined when it was spent, withdrawn or too old. Two at once: one gets it. */
export async function spendLink(db: Queryable, tokenSha256: string): Promise<LinkRow | undefined> {
  const [row] = await orm(db)
    .update(agentLinks)
    .set({ usedAt: now })
    .where(and(eq(agentLinks.tokenSha256, tokenSha256), isUsable(db)))
    .returning(COLUMNS)
  return row
}

/** An invite by its id, the invites for an e-mail, the password links for somebody, or all that somebody made. */
export type WhichLinks =
  | { id: string }
  | { email: string }
  | { agentId: string }
  | { madeBy: string }

/** Makes open links worthless. Gives those it met. */
export async function withdrawLinks(db: Queryable, which: WhichLinks): Promise<LinkRow[]> {
  return orm(db)
    .update(agentLinks)
    .set({ withdrawnAt: now })
    .where(and(isOpen(), toCondition(which)))
    .returning(COLUMNS)
}

/** Forgets links that have been dead for a month. Gives how many. */
export async function purgeLinks(db: Queryable): Promise<number> {
  const dead = lt(agentLinks.expiresAt, sql`now() - interval '30 days'`)
  return (await orm(db).delete(agentLinks).where(dead)).count
}

function toCondition(which: WhichLinks): SQL | undefined {
  const { id, purpose, email, agentId, madeBy } = agentLinks
  if ('id' in which) return and(eq(id, which.id), eq(purpose, 'invite'))
  if ('email' in which) return and(eq(email, which.email), eq(purpose, 'invite'))
  if ('agentId' in which) return and(eq(agentId, which.agentId), eq(purpose, 'password'))
  return eq(madeBy, which.madeBy)
}

function isOpen(): SQL | undefined {
  const { usedAt, withdrawnAt, expiresAt } = agentLinks
  return and(isNull(usedAt), isNull(withdrawnAt), gt(expiresAt, now))
}

/** Whose word lets people in, and may still: a link is worth what its maker may do when it is spent. */
const MAKERS = ROLES.filter((role) => hasRole(role, roleFor('manage-people')))
const maker = alias(agents, 'maker')

function isUsable(db: Queryable): SQL | undefined {
  const mayStill = orm(db)
    .select({ id: maker.id })
    .from(maker)
    .where(
      and(eq(maker.id, agentLinks.madeBy), isNull(maker.disabledAt), isOneOf(maker.role, MAKERS)),
    )
  return and(isOpen(), exists(mayStill))
}
