import { readCounters } from '@/lib/db/conversation/counters'
import { countFailedReplies } from '@/lib/db/reply/failed-replies'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'
import { toCountsView } from '@/lib/view/counts-view'

/** How many conversations each view holds. */
export const GET = forAgent(async (_request, { ctx, agent }) => {
  const seen = channelsSeenBy(agent)
  const [counters, failed] = await Promise.all([
    readCounters(ctx.sql, agent.id, seen),
    countFailedReplies(ctx.sql, agent.id, seen),
  ])
  return toCountsView(counters, failed)
})
