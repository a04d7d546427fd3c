import { listTags } from '@/lib/db/workspace/canned-and-tags'
import { forAgent } from '@/lib/http/for-agent'

/** The tags of the workspace, for putting on conversations: `{ items, nextCursor }`. */
export const GET = forAgent(async (_request, { ctx }) => ({
  items: await listTags(ctx.sql),
  nextCursor: null,
}))
