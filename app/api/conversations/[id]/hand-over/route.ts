import { forAgent, parseId } from '@/lib/http/for-agent'
import { readHandOver } from '@/lib/inbox/owner/hand-over'
import { toHandOverCard } from '@/lib/view/hand-over-view'

/** What somebody who takes over has to know: `{ card }`, null where no person was ever asked for. */
export const GET = forAgent<{ id: string }>(async (_request, { ctx, params }) => {
  const handOver = await readHandOver(ctx, parseId(params.id))
  return { card: handOver ? toHandOverCard(handOver) : null }
})
