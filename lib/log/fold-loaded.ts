import type { Queryable } from '@/lib/db/client'
import { findAnswered } from '@/lib/db/log/fold-reads'
import { loadWorld } from '@/lib/db/log/load-world'
import { conversationIdOf } from '@/lib/domain/fold/conversation/find-conversation'
import type { FoldEvent } from '@/lib/domain/fold/event'
import { foldEvent } from '@/lib/domain/fold/fold-event'
import { emptyWorld, type World } from '@/lib/domain/fold/world'
import { addAnswer, needsOf } from './needs'

/** Loads the rows that events may touch and folds the events into them. Saves nothing. */
export async function foldLoaded(
  tx: Queryable,
  events: FoldEvent[],
  feed: number,
  idOf: World['idOf'],
): Promise<World> {
  const world = emptyWorld(feed, idOf)
  const needs = needsOf(events, (channelId, externalId) =>
    conversationIdOf(world, channelId, externalId),
  )
  for (const event of events) if (event.kind === 'reply.sent') await needAnswer(tx, needs, event)
  await loadWorld(tx, world, needs)
  for (const event of events) foldEvent(world, event)
  return world
}

/** Stella's answer names a platform id, and who holds that id decides what the answer means. */
async function needAnswer(tx: Queryable, needs: ReturnType<typeof needsOf>, event: FoldEvent) {
  const own = 'own' in event.reading ? event.reading.own : undefined
  if (own?.type !== 'reply.sent' || !own.platformMessageId) return
  const message = await findAnswered(tx, own.messageId)
  if (!message) return
  needs.replies.add(message.conversationId)
  addAnswer(needs, message.channelId, own.platformMessageId)
  if (message.platformMessageId) addAnswer(needs, message.channelId, message.platformMessageId)
}
