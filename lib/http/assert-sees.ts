import type { Queryable } from '@/lib/db/client'
import type { Viewer } from '@/lib/domain/conversation/conversation'
import { channelsSeenBy, hiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const PLACE = new RegExp(`^/api/(conversations|messages|media|members)/(${UUID})(?:/|$)`, 'i')

/**
 * Throws `forbidden`, in words, when an address names a conversation, message, file or member on a channel this person is kept
 * from. Every route for people passes here (lib/http/for-agent.ts), so a new one under these addresses is guarded before
 * it is written. What there is not, its route answers.
 */
export async function assertSees(sql: Queryable, viewer: Viewer, path: string): Promise<void> {
  if (!channelsSeenBy(viewer)) return
  const [, noun, id] = PLACE.exec(asRouted(path)) ?? []
  if (!noun || !id) return
  const channelId = await findChannelOf(sql, noun, id)
  const reason = channelId && hiddenBecause(viewer, channelId)
  if (reason) throw new AppError('forbidden', reason)
}

/** Next matches addresses as they read once decoded, so `%61` is an `a` of an id here too. */
function asRouted(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function findChannelOf(
  sql: Queryable,
  noun: string,
  id: string,
): Promise<string | undefined> {
  const [row] = (await CHANNEL_OF[noun.toLowerCase()]?.(sql, id)) ?? []
  return row?.channelId
}

type Find = (sql: Queryable, id: string) => PromiseLike<{ channelId: string }[]>

const CHANNEL_OF: Record<string, Find> = {
  conversations: (sql, id) => sql`
    select channel_id from conversations where id = ${id}
    union all select channel_id from merged_conversations where id = ${id}`,
  messages: (sql, id) => sql`select channel_id from messages where id = ${id}`,
  media: (sql, id) => sql`select channel_id from media where id = ${id}`,
  members: (sql, id) => sql`select channel_id from members where id = ${id}`,
}
