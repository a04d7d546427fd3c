import { listChannelRefs } from '@/lib/db/channels'
import { forAgent } from '@/lib/http/for-agent'

/** The channels that members write to: `{ items, nextCursor }`, all on one page. */
export const GET = forAgent(async (_request, { ctx }) => ({
  items: await listChannelRefs(ctx.sql),
  nextCursor: null,
}))
