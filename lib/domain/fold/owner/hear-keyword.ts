import { findKeyword } from '@/lib/domain/owner/keywords'
import type { MessageRow } from '@/lib/domain/rows'
import { addActivity, BOT_SETTLES_MS, channelOf, conversationIn } from '../conversation/places'
import type { FoldEvent } from '../event'
import type { World } from '../world'
import { changeOwner } from './change-owner'

/** Platform times are whole seconds: a word said in the second of a hand-back comes after it. */
const CLOCK_STEP_MS = 1_000

/**
 * A word for a person makes the conversation wait, and the bot is stopped by a job. What was said before the owner last
 * changed asks for nothing any more: somebody has answered it, or handed back since.
 */
export function hearKeyword(world: World, event: FoldEvent, message: MessageRow) {
  const { settings } = channelOf(world, event)
  const keyword = findKeyword(settings.handOverKeywords, message.content)
  const at = Math.min(message.sentAt, event.receivedAt)
  const { id, ownerSince, owner } = conversationIn(world, message.conversationId)
  const isOld = owner !== 'unknown' && at + CLOCK_STEP_MS <= (ownerSince ?? 0)
  if (keyword === undefined || isOld) return
  const circumstances = { at, detail: keyword }
  const { before, after } = changeOwner(world, event, id, { type: 'asked', at }, circumstances)
  if (after.askedAt === before.askedAt) return
  addActivity(world, event, id, 'member-asked', { at, detail: keyword })
  const notBefore = event.receivedAt + BOT_SETTLES_MS
  world.effects.push({ type: 'stop-bot', conversationId: id, notBefore })
}
