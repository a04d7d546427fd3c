import { parseEventId } from '@/lib/admin/log/browse-events'
import { inspectEvent } from '@/lib/admin/log/inspect-event'
import { forAction } from '@/lib/http/for-agent'

/** What an event was read as, what it changed, whether its signature still fits, and its raw or normalized twin. */
export const GET = forAction<{ id: string }>('see-log', async (_request, { ctx, params }) =>
  inspectEvent(ctx, parseEventId(params.id)),
)
