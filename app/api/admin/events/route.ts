import { browseEvents, browseSchema } from '@/lib/admin/log/browse-events'
import { forAction } from '@/lib/http/for-agent'

/** The log, newest first: `{ items, nextCursor }`. */
export const GET = forAction('see-log', async (request, { ctx }) =>
  browseEvents(ctx, browseSchema.parse(Object.fromEntries(new URL(request.url).searchParams))),
)
