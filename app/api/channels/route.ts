import { listChannelRefs } from '@/lib/db/channel/channels'
import { hiddenBecause } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'

/** The channels that members write to and the asker sees: `{ items, nextCursor }`, all on one page. */
export const GET = forAgent(async (_request, { ctx, agent }) => ({
  items: (await listChannelRefs(ctx.sql)).filter(({ id }) => !hiddenBecause(agent, id)),
  nextCursor: null,
}))
