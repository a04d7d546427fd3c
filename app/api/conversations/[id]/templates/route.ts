import { forAgent, parseId } from '@/lib/http/for-agent'
import { listReplyTemplates } from '@/lib/inbox/reply/list-reply-templates'

/** The templates that a reply in this conversation may use: `{ items, nextCursor }`. */
export const GET = forAgent<{ id: string }>(async (_request, { params, ctx }) =>
  listReplyTemplates(ctx, parseId(params.id)),
)
