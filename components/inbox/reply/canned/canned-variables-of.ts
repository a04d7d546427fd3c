import type { AgentRef } from '@/lib/domain/people/agent-ref'
import type { Variables } from '@/lib/domain/reply/canned-reply'
import type { ConversationView } from '@/lib/view/conversation-view'

/** What the variables of a canned reply stand for in this conversation. A number is no name. */
export function cannedVariablesOf(
  { member, channel }: ConversationView,
  agent: AgentRef,
): Variables {
  const name = member.name === member.externalId ? undefined : member.name
  return {
    'member.name': name,
    'member.firstName': name?.trim().split(/\s+/)[0],
    'member.id': member.externalId,
    'member.email': member.email,
    'agent.name': agent.name,
    'channel.name': channel.name,
  }
}
