import { afterReceipt } from '@/lib/domain/message/delivery'
import { changeMessage } from '../conversation/change-rows'
import type { World } from '../world'
import { leftAt, obeysWatermarks, WATERMARK_FIELDS } from './receipts'

/** Brings every line of ours that left by a watermark of its conversation in line with it. */
export function raiseByWatermarks(world: World, conversationId: string) {
  const conversation = world.conversations.get(conversationId)
  if (!conversation) return
  for (const status of ['delivered', 'read'] as const) {
    const until = conversation[WATERMARK_FIELDS[status]]
    const messages = world.messages.inGroup(conversationId, obeysWatermarks)
    for (const message of messages.filter((each) => until !== null && leftAt(each) <= until)) {
      const delivery = afterReceipt(message.delivery ?? undefined, status)
      if (delivery && delivery !== message.delivery)
        changeMessage(world, message.id, { delivery, error: null })
    }
  }
}
