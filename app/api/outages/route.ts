import { listOutages } from '@/lib/db/outbox'
import { hiddenBecause } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'

/** Connections through which no replies of the asker's channels go out for now: `{ items, nextCursor }`. */
export const GET = forAgent(async (_request, { ctx, agent }) => ({
  items: (await listOutages(ctx.sql)).filter(({ channelIds }) =>
    channelIds.some((id) => !hiddenBecause(agent, id)),
  ),
  nextCursor: null,
}))
