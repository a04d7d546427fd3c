import { forAgent, parseId } from '@/lib/http/for-agent'
import { readHandOver } from '@/lib/inbox/owner/hand-over'

/** What somebody who takes over has to know: `{ card }`, null where no person was ever asked for. */
export const GET = forAgent<{ id: string }>(async (_request, { ctx, params }) =>
  readHandOver(ctx, parseId(params.id)),
)
