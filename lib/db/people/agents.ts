import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { agentAvatars, agents } from '@/drizzle/schema/people'
import { sessions } from '@/drizzle/schema/sign-in'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import { type AgentSettings, agentSettingsSchema } from '@/lib/domain/people/agent-settings'
import { toEmail } from '@/lib/domain/people/email'
import type { Role } from '@/lib/domain/people/role'
import type { Viewer } from '@/lib/domain/people/viewer'
import { paths } from '@/lib/paths'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** E-mails are kept as `toEmail` makes them, however they are written. */
export async function findAgentByEmail(db: Queryable, email: string) {
  const [row] = await orm(db)
    .select()
    .from(agents)
    .where(eq(agents.email, toEmail(email)))
  return row
}

/** Everybody who can sign in, by name: whom a conversation can be given to. */
export async function listColleagues(db: Queryable): Promise<AgentRef[]> {
  return orm(db)
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(isNull(agents.disabledAt))
    .orderBy(agents.name, agents.id)
}

/** Somebody who can sign in, and the channels they are kept to. */
export async function findColleague(
  db: Queryable,
  id: string,
): Promise<(AgentRef & Pick<Viewer, 'role' | 'channelIds'>) | undefined> {
  const [row] = await orm(db)
    .select({ id: agents.id, name: agents.name, role: agents.role, channelIds: agents.channelIds })
    .from(agents)
    .where(and(eq(agents.id, id), isNull(agents.disabledAt)))
  return row && { ...row, channelIds: row.channelIds ?? undefined }
}

export async function countAgents(db: Queryable): Promise<number> {
  const [row] = await orm(db).select({ count: count() }).from(agents)
  return row?.count ?? 0
}

/** Who a live session belongs to; undefined once it is revoked or expired, or its agent is disabled. */
export async function findViewer(db: Queryable, sessionId: string): Promise<Viewer | undefined> {
  const [row] = await orm(db)
    .select({
      id: agents.id,
      name: agents.name,
      email: agents.email,
      role: agents.role,
      settings: agents.settings,
      channelIds: agents.channelIds,
      avatarSha256: agentAvatars.sha256,
    })
    .from(sessions)
    .innerJoin(agents, eq(agents.id, sessions.agentId))
    .leftJoin(agentAvatars, eq(agentAvatars.agentId, agents.id))
    .where(
      and(
        eq(sessions.id, sessionId),
        gt(sessions.expiresAt, sql`now()`),
        isNull(agents.disabledAt),
      ),
    )
  if (!row) return undefined
  const { settings, channelIds, avatarSha256, ...person } = row
  return {
    ...person,
    // What was added since they last chose takes its default.
    settings: agentSettingsSchema.parse(settings),
    channelIds: channelIds ?? undefined,
    avatarUrl: toAvatarUrl(person.id, avatarSha256),
  }
}

/** Where a picture is; its hash makes a new picture a new address. Undefined when there is none. */
export function toAvatarUrl(agentId: string, sha256: string | null): string | undefined {
  return sha256 ? paths.api.avatar(agentId, sha256.slice(0, 12)) : undefined
}

/** A new person; false when the e-mail is taken. */
export async function insertAgent(
  db: Queryable,
  agent: Omit<typeof agents.$inferInsert, 'settings' | 'disabledAt' | 'createdAt'>,
): Promise<boolean> {
  const inserted = await orm(db).insert(agents).values(agent).onConflictDoNothing()
  return inserted.count > 0
}

/** What an admin decides of a person. Who is disabled already stays so from the moment it was. */
export async function updateAgentAccess(
  db: Queryable,
  id: string,
  { disabled, ...access }: { role: Role; channelIds: string[] | null; disabled: boolean },
): Promise<void> {
  const disabledAt = disabled ? sql`coalesce(${agents.disabledAt}, now())` : null
  await update(db, id, { ...access, disabledAt })
}

export async function updateAgentName(db: Queryable, id: string, name: string): Promise<void> {
  await update(db, id, { name })
}

export async function updatePasswordHash(
  db: Queryable,
  id: string,
  passwordHash: string,
): Promise<void> {
  await update(db, id, { passwordHash })
}

export async function updateAgentSettings(
  db: Queryable,
  id: string,
  settings: AgentSettings,
): Promise<void> {
  await update(db, id, { settings })
}

async function update(db: Queryable, id: string, change: PgUpdateSetSource<typeof agents>) {
  await orm(db).update(agents).set(change).where(eq(agents.id, id))
}

export async function findPasswordHash(db: Queryable, id: string): Promise<string | undefined> {
  const [row] = await orm(db)
    .select({ passwordHash: agents.passwordHash })
    .from(agents)
    .where(eq(agents.id, id))
  return row?.passwordHash
}

/** The e-mail of somebody who can sign in. */
export async function findEmail(db: Queryable, id: string): Promise<string | undefined> {
  const [row] = await orm(db)
    .select({ email: agents.email })
    .from(agents)
    .where(and(eq(agents.id, id), isNull(agents.disabledAt)))
  return row?.email
}
