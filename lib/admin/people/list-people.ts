import type { Context } from '@/lib/context'
import { listChannelChoices } from '@/lib/db/channel/channels'
import { listOpenInvites } from '@/lib/db/people/agent-links'
import { toAvatarUrl } from '@/lib/db/people/agents'
import { type PersonRow, listPersonRows as readPeople } from '@/lib/db/people/people'
import type { Platform } from '@/lib/domain/channel/channel'
import type { ListedInvite, ListedPerson } from '@/lib/domain/people/person'
import type { Viewer } from '@/lib/domain/people/viewer'
import { hiddenBecause } from '@/lib/domain/permissions'

type Reader = Pick<Viewer, 'role' | 'channelIds'>

interface ChannelChoice {
  id: string
  name: string
  platform: Platform
}

/**
 * Everybody, and the channels they can be kept to, as far as the reader sees these: an id of a channel is its secret
 * webhook address. A workspace has few people: one page holds all.
 */
export async function listPeople(
  ctx: Context,
  viewer: Reader,
): Promise<{ items: ListedPerson[]; nextCursor: null; channels: ChannelChoice[] }> {
  const [people, channels] = await Promise.all([readPeople(ctx.sql), listChannelChoices(ctx.sql)])
  return {
    items: people.map((row) => toListed(row, viewer)),
    nextCursor: null,
    channels: channels.filter(({ id }) => !hiddenBecause(viewer, id)),
  }
}

/** Invites that wait to be taken. Their tokens are known to nobody but who was given the link. */
export async function listInvites(
  ctx: Context,
  viewer: Reader,
): Promise<{ items: ListedInvite[]; nextCursor: null }> {
  const items = (await listOpenInvites(ctx.sql)).map((link) => ({
    id: link.id,
    email: link.email ?? '',
    role: link.role ?? 'agent',
    ...toSeenChannels(link.channelIds, viewer),
    madeBy: link.madeByName ?? undefined,
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
  }))
  return { items, nextCursor: null }
}

function toSeenChannels(channelIds: string[] | null, viewer: Reader) {
  if (!channelIds) return { channelIds }
  const seen = channelIds.filter((id) => !hiddenBecause(viewer, id))
  return { channelIds: seen, otherChannels: channelIds.length - seen.length || undefined }
}

function toListed(row: PersonRow, viewer: Reader): ListedPerson {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    ...toSeenChannels(row.channelIds, viewer),
    disabled: row.disabledAt !== null,
    sessions: row.sessions,
    lastSignInAt: row.lastSignInAt,
    createdAt: row.createdAt,
    avatarUrl: toAvatarUrl(row.id, row.avatarSha256),
  }
}
