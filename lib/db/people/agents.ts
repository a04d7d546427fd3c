import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import { agentAvatars } from '@/drizzle/schema/people'
import { agents, sessions } from '@/drizzle/schema/settings'
import type { Viewer } from '@/lib/domain/conversation/conversation'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import { type AgentSettings, agentSettingsSchema } from '@/lib/domain/people/agent-settings'
import { toEmail } from '@/lib/domain/people/email'
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

export async function updateAgentSettings(tx: Queryable, id: string, settings: AgentSettings) {
  await tx`update agents set settings = ${JSON.stringify(settings)}::text::jsonb where id = ${id}`
}
