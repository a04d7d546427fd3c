import { checkConnection } from '@/lib/admin/channel/check-connection'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Asks each API of a connection whether it answers and what the token may do: `{ items }`. */
export const POST = forAction<{ id: string }>(
  'manage-stella',
  async (_request, { ctx, agent, params }) => checkConnection(ctx, agent.id, parseId(params.id)),
)
