import { countConversations } from '@/lib/db/conversation/conversations'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'

/** How many conversations each view holds. */
export const GET = forAgent((_request, { ctx, agent }) =>
  countConversations(ctx.sql, agent.id, channelsSeenBy(agent)),
)
