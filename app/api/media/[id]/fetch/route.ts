import { forAgent, parseId } from '@/lib/http/for-agent'
import { fetchMediaAgain } from '@/lib/inbox/media/fetch-media-again'

/** Asks the platform for a file once more: `{ id, state: "waiting" }`. 409 when it is here, or nobody knows where it is. */
export const PUT = forAgent<{ id: string }>((_request, { ctx, agent, params }) =>
  fetchMediaAgain(ctx, agent, parseId(params.id)),
)
