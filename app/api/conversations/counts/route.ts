import { countConversations } from '@/lib/db/conversations'
import { forAgent } from '@/lib/http/for-agent'

/** How many conversations each view holds. */
export const GET = forAgent((_request, { ctx, agent }) => countConversations(ctx.sql, agent.id))
