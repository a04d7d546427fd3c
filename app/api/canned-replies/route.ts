import { listCannedReplies } from '@/lib/db/workspace/canned-and-tags'
import { forAgent } from '@/lib/http/for-agent'

/** All canned replies: `{ items, nextCursor }`. */
export const GET = forAgent(async (_request, { ctx }) => ({
  items: await listCannedReplies(ctx.sql),
  nextCursor: null,
}))
