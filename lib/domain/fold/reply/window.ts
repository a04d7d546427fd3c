import { saysWindowClosed } from '@/lib/domain/channel/channel'
import { changeConversation, conversationIn, messageIn } from '../conversation/change-rows'
import { messageKey, platformKey, type World } from '../world'

/**
 * The platform's own word that the reply window has closed (codes 470 and 131047, Facts §7.5). It counts from when it
 * was said until the member writes again; the latest one stays, so the order in which they come changes nothing.
 */
export function closeWindow(world: World, conversationId: string, at: number) {
  const { windowRefusedAt } = conversationIn(world, conversationId)
  if (at <= (windowRefusedAt ?? 0)) return
  changeConversation(world, conversationId, { windowRefusedAt: at })
}

/** What the receipts of a platform id say of the window, once it is known whose message it is. */
export function closeWindowByReceipts(world: World, channelId: string, platformMessageId: string) {
  const known = world.keys.get(messageKey(channelId, platformKey(platformMessageId)))
  if (!known) return
  const refusals = world.receipts
    .inGroup(messageKey(channelId, platformMessageId))
    .filter(({ status, error }) => status === 'failed' && saysWindowClosed(error))
  const { conversationId } = messageIn(world, known.messageId)
  for (const { at } of refusals) closeWindow(world, conversationId, at)
}
