import { withTagChange } from '@/lib/domain/conversation/conversation-tags'
import type { OwnFact } from '@/lib/domain/fact'
import type { FoldEvent } from '../event'
import type { World } from '../world'
import { addActivity, changeConversation, conversationIn } from './change-rows'

/** Somebody put tags of the workspace on a conversation, or took some off. */
export function foldTagged(
  world: World,
  event: FoldEvent,
  { conversationId, added, removed }: Extract<OwnFact, { type: 'conversation.tagged' }>,
) {
  const { workspaceTags } = conversationIn(world, conversationId)
  changeConversation(world, conversationId, {
    workspaceTags: withTagChange(workspaceTags, { added, removed }),
  })
  const { agentId } = event
  if (added.length > 0)
    addActivity(world, event, conversationId, 'tagged', { agentId, detail: added.join(', ') })
  if (removed.length > 0)
    addActivity(world, event, conversationId, 'untagged', { agentId, detail: removed.join(', ') })
}
