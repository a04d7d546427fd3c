import { listOutages } from '@/lib/db/reply/outbox'
import { hiddenBecause } from '@/lib/domain/permissions'
import { forAgent } from '@/lib/http/for-agent'
import { toOutageView } from '@/lib/view/outbox-view'

/** Connections through which no replies of the asker's channels go out for now: `{ items, nextCursor }`. */
export const GET = forAgent(async (_request, { ctx, agent }) => ({
  items: (await listOutages(ctx.sql))
    .map(toOutageView)
    .map(({ channelIds, ...outage }) => ({
      ...outage,
      channelIds: channelIds.filter((id) => !hiddenBecause(agent, id)),
    }))
    .filter(({ channelIds }) => channelIds.length > 0),
  nextCursor: null,
}))
