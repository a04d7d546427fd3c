import { sumEvents, totalOf } from '@/lib/db/event-sums'
import { forRole } from '@/lib/http/for-agent'

/** Where every delivery went, by channel and in all: `{ channels, total }`. */
export const GET = forRole('supervisor', async (_request, { ctx }) => {
  const channels = await sumEvents(ctx.sql)
  return { channels, total: totalOf(channels) }
})
