import { sumEvents, totalOf } from '@/lib/db/log/event-sums'
import { hiddenBecause } from '@/lib/domain/permissions'
import { forAction } from '@/lib/http/for-agent'

/** Where every delivery went, by channel that the asker sees and in all of these: `{ items, nextCursor, total }`. */
export const GET = forAction('see-log-sum', async (_request, { ctx, agent }) => {
  const items = (await sumEvents(ctx.sql)).filter(({ id }) => !hiddenBecause(agent, id))
  return { items, nextCursor: null, total: totalOf(items) }
})
