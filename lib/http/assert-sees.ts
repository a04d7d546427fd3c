import type { Queryable } from '@/lib/db/client'
import { type ChannelNoun, findChannelOf } from '@/lib/db/conversation/channel-of'
import type { Viewer } from '@/lib/domain/people/viewer'
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
  // The pattern knows no other nouns.
  const channelId = await findChannelOf(sql, noun.toLowerCase() as ChannelNoun, id)
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
