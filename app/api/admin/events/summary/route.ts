import { sumEvents, totalOf } from '@/lib/db/event-sums'
import { hiddenBecause } from '@/lib/domain/permissions'
import { forAction } from '@/lib/http/for-agent'

/** Where every delivery went, by channel that the asker sees and in all of these: `{ channels, total }`. */
export const GET = forAction('see-log-sum', async (_request, { ctx, agent }) => {
  const channels = (await sumEvents(ctx.sql)).filter(({ id }) => !hiddenBecause(agent, id))
  return { channels, total: totalOf(channels) }
})
