import { browseEvents, browseSchema } from '@/lib/admin/log/browse-events'
import { forAction } from '@/lib/http/for-agent'
import { toEventView } from '@/lib/view/event-view'
import { toPage } from '@/lib/view/page-view'

/** The log, newest first: `{ items, nextCursor }`. */
export const GET = forAction('see-log', async (request, { ctx }) => {
  const query = browseSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  return toPage(await browseEvents(ctx, query), toEventView)
})
