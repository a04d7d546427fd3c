import { listColleagues } from '@/lib/db/people/agents'
import { forAgent } from '@/lib/http/for-agent'

/** Everybody a conversation can be given to: `{ items: [{ id, name }], nextCursor: null }`. */
export const GET = forAgent(async (_request, { ctx }) => ({
  items: await listColleagues(ctx.sql),
  nextCursor: null,
}))
