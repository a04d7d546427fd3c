import { browseEvents, browseSchema } from '@/lib/admin/browse-events'
import { forRole } from '@/lib/http/for-agent'

/** The log, newest first: `{ items, nextCursor }`. */
export const GET = forRole('admin', async (request, { ctx }) =>
  browseEvents(ctx, browseSchema.parse(Object.fromEntries(new URL(request.url).searchParams))),
)
