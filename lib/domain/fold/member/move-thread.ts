import type { MessageRow } from '@/lib/domain/rows'
import { moveActivities } from '../conversation/change-rows'
import { wakeAt } from '../reply/fold-scheduled'
import { nextFeed, reactionKey, type World } from '../world'

interface Move {
  from: string
  into: string
  /** The member's id that goes, and the one that stays. */
  actors: [string, string]
}

/** Every line of one conversation, and what hangs on it, stands in another from now on. */
export function moveThread(world: World, { from, into, actors }: Move) {
  for (const message of world.messages.inGroup(from)) moveMessage(world, message, into)
  // Reactions of the member stand under the id we knew them by, wherever they put them.
  for (const message of world.messages.inGroup(into)) moveReaction(world, message, actors)
  moveActivities(world, from, into)
}

/** For whoever reads the other thread it is a new line: it counts as seen by nobody who has not seen it there. */
function moveMessage(world: World, message: MessageRow, conversationId: string) {
  const feed = nextFeed(world)
  const moved = world.messages.put({ ...message, conversationId, createdFeed: feed, feed })
  for (const file of world.media.inGroup(message.id)) world.media.put({ ...file, conversationId })
  if (moved.sendAt !== null && !moved.removed) wakeAt(world, moved, moved.sendAt)
}

function moveReaction(world: World, message: MessageRow, [from, into]: [string, string]) {
  const { channelId, platformMessageId } = message
  if (!platformMessageId) return
  const [old, kept] = [from, into].map((id) =>
    world.reactions.get(reactionKey(channelId, platformMessageId, `member:${id}`)),
  )
  if (!old) return
  if (!kept || old.at > kept.at) world.reactions.put({ ...old, actor: `member:${into}` })
  // Kept without a sign, as one that was taken back: one person has one reaction.
  world.reactions.put({ ...old, emoji: null })
}
