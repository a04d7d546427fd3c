import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import { agents, sessions } from '@/drizzle/schema/settings'
import { type AgentSettings, agentSettingsSchema } from '@/lib/domain/agent-settings'
import type { AgentRef, Viewer } from '@/lib/domain/conversation'
import type { Orm } from './client'

/** E-mails are compared without regard to case. */
export async function findAgentByEmail(orm: Orm, email: string) {
  const [row] = await orm.select().from(agents).where(sql`lower(${agents.email}) = lower(${email})`)
  return row
}

/** Everybody who can sign in, by name: whom a conversation can be given to. */
export async function listColleagues(orm: Orm): Promise<AgentRef[]> {
  return orm
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(isNull(agents.disabledAt))
    .orderBy(agents.name, agents.id)
}

/** Somebody who can sign in. */
export async function findColleague(orm: Orm, id: string): Promise<AgentRef | undefined> {
  const [row] = await orm
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(and(eq(agents.id, id), isNull(agents.disabledAt)))
  return row
}

export async function countAgents(orm: Orm): Promise<number> {
  const [row] = await orm.select({ count: count() }).from(agents)
  return row?.count ?? 0
}

export async function insertSession(
  orm: Orm,
  session: { id: string; agentId: string; expiresAt: Date },
) {
  await orm.insert(sessions).values(session)
}

export async function deleteSession(orm: Orm, id: string) {
  await orm.delete(sessions).where(eq(sessions.id, id))
}

/** Who a live session belongs to; undefined once it is revoked or expired, or its agent is disabled. */
export async function findViewer(orm: Orm, sessionId: string): Promise<Viewer | undefined> {
  const [row] = await orm
    .select({
      id: agents.id,
      name: agents.name,
      email: agents.email,
      role: agents.role,
      settings: agents.settings,
    })
    .from(sessions)
    .innerJoin(agents, eq(agents.id, sessions.agentId))
    .where(
      and(
        eq(sessions.id, sessionId),
        gt(sessions.expiresAt, sql`now()`),
        isNull(agents.disabledAt),
      ),
    )
  // What was stored before a setting existed lacks it.
  return row && { ...row, settings: agentSettingsSchema.parse(row.settings) }
}

export async function updateAgentSettings(orm: Orm, id: string, settings: AgentSettings) {
  await orm.update(agents).set({ settings }).where(eq(agents.id, id))
}
