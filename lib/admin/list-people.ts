import type { Context } from '@/lib/context'
import { listOpenInvites } from '@/lib/db/agent-links'
import { toAvatarUrl } from '@/lib/db/agents'
import { type PersonRow, listPeople as readPeople } from '@/lib/db/people'
import type { InviteView, PeoplePage, PersonView } from '@/lib/domain/person'

/** Everybody, and the channels they can be kept to. Small houses: one page holds all. */
export async function listPeople(ctx: Context): Promise<PeoplePage> {
  const [people, channels] = await Promise.all([
    readPeople(ctx.sql),
    ctx.sql<
      PeoplePage['channels']
    >`select id, name, platform from channels order by lower(name), id`,
  ])
  return { items: people.map(toPersonView), nextCursor: null, channels: [...channels] }
}

/** Invites that wait to be taken. Their tokens are known to nobody but who was given the link. */
export async function listInvites(
  ctx: Context,
): Promise<{ items: InviteView[]; nextCursor: null }> {
  const items = (await listOpenInvites(ctx.sql)).map((link) => ({
    id: link.id,
    email: link.email ?? '',
    role: link.role ?? 'agent',
    channelIds: link.channelIds,
    madeBy: link.madeByName ?? undefined,
    createdAt: new Date(link.createdAt).toISOString(),
    expiresAt: new Date(link.expiresAt).toISOString(),
  }))
  return { items, nextCursor: null }
}

function toPersonView(row: PersonRow): PersonView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    channelIds: row.channelIds,
    disabled: row.disabledAt !== null,
    sessions: row.sessions,
    lastSignInAt: row.lastSignInAt === null ? undefined : new Date(row.lastSignInAt).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
    avatarUrl: toAvatarUrl(row.id, row.avatarSha256),
  }
}
