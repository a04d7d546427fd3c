import { parseEventId, showEvent } from '@/lib/admin/browse-events'
import { forRole } from '@/lib/http/for-agent'

/** One event with its exact bytes. */
export const GET = forRole<{ id: string }>('admin', async (_request, { ctx, params }) =>
  showEvent(ctx, parseEventId(params.id)),
)
