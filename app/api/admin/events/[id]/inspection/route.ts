import { parseEventId } from '@/lib/admin/browse-events'
import { inspectEvent } from '@/lib/admin/inspect-event'
import { forRole } from '@/lib/http/for-agent'

/** What an event was read as, what it changed, whether its signature still fits, and its raw or normalized twin. */
export const GET = forRole<{ id: string }>('admin', async (_request, { ctx, params }) =>
  inspectEvent(ctx, parseEventId(params.id)),
)
