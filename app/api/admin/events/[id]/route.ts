import { parseEventId, showEvent } from '@/lib/admin/log/browse-events'
import { forAction } from '@/lib/http/for-agent'
import { toEventDetail } from '@/lib/view/event-view'

/** One event with its exact bytes. */
export const GET = forAction<{ id: string }>('see-log', async (_request, { ctx, params }) =>
  toEventDetail(await showEvent(ctx, parseEventId(params.id))),
)
