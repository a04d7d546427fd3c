import type { z } from 'zod'
import type { Context } from '@/lib/context'
import { getConversation } from '@/lib/db/conversation/conversations'
import { listTags } from '@/lib/db/workspace/canned-and-tags'
import {
  TAGS_PER_CONVERSATION_MAX,
  type tagChangeSchema,
  toTagChange,
  withTagChange,
} from '@/lib/domain/conversation/conversation-tags'
import type { FullConversation } from '@/lib/domain/conversation/full-conversation'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

/**
 * Puts tags of the workspace on a conversation and takes tags off. Names what changes, so two people at once lose nothing
 * of each other's. Throws `not_found` for a conversation, and for a tag the workspace doesn't have; `conflict` beyond the most.
 */
export async function tagConversation(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  asked: z.infer<typeof tagChangeSchema>,
): Promise<FullConversation> {
  return inTurn(ctx, async (tx) => {
    const { workspaceTags: tags } = await getConversation(tx, conversationId)
    const { unknown, ...change } = toTagChange(tags, asked, await listTags(tx))
    if (unknown.length > 0)
      throw new AppError(
        'not_found',
        reason('conversation.refused.noSuchTag', { tag: unknown[0] ?? '' }),
      )
    if (withTagChange(tags, change).length > TAGS_PER_CONVERSATION_MAX)
      throw new AppError(
        'conflict',
        reason('conversation.refused.tooManyTags', { max: TAGS_PER_CONVERSATION_MAX }),
      )
    if (change.added.length + change.removed.length > 0)
      await record(
        tx,
        { type: 'conversation.tagged', conversationId, ...change },
        { conversationId, agentId: agent.id },
      )
    return getConversation(tx, conversationId)
  })
}
