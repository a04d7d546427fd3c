import { listOutages } from '@/lib/db/outbox'
import { forAgent } from '@/lib/http/for-agent'

/** Connections through which no replies go out for now: `{ items, nextCursor }`. */
export const GET = forAgent(async (_request, { ctx }) => ({
  items: await listOutages(ctx.sql),
  nextCursor: null,
}))
