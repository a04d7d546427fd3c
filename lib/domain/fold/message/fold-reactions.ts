import type { ReactionFact } from '@/lib/domain/message/webhook-facts'
import type { ReactionRow } from '@/lib/domain/rows'
import { changeMessage } from '../conversation/change-rows'
import { canonicalId, channelOf } from '../conversation/find-conversation'
import type { Effected, FoldEvent } from '../event'
import { joinNames } from '../member/names'
import { messageKey, platformKey, reactionKey, type World } from '../world'

/**
 * A sign on a message: one for each who reacts, the newest wins, and a removed one stays as a row without a sign so
 * that an older event can't bring it back. It waits in its row for a message that is not known yet.
 */
export function foldReaction(world: World, event: FoldEvent, fact: ReactionFact): Effected {
  if (fact.alsoKnownAs) joinNames(world, event, fact.memberExternalId, fact.alsoKnownAs)
  const channel = channelOf(world, event)
  const { platformMessageId, by, at } = fact
  const member = canonicalId(world, channel.id, fact.memberExternalId)
  const actor = by === 'member' ? `member:${member}` : by
  const row: ReactionRow = {
    channelId: channel.id,
    platformMessageId,
    actor,
    by,
    emoji: fact.emoji ?? null,
    at,
  }
  const known = world.reactions.get(reactionKey(channel.id, platformMessageId, actor))
  if (known && !isNewer(row, known)) return 'duplicate'
  world.reactions.put(row)
  const target = world.keys.get(messageKey(channel.id, platformKey(platformMessageId)))
  if (target) changeMessage(world, target.messageId, {})
  return 'status'
}

/** In one and the same second a removal is the later word: people take back what they put, not the other way round. */
function isNewer(row: ReactionRow, known: ReactionRow): boolean {
  if (row.at !== known.at) return row.at > known.at
  if (row.emoji === known.emoji || known.emoji === null) return false
  return row.emoji === null || row.emoji > known.emoji
}
