import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { setStatus, statusSchema } from '@/lib/inbox/conversation/set-status'
import { toConversationView } from '@/lib/view/conversation-view'

/** Resolves or reopens. Gives the conversation as it is then. */
export const PUT = forAgent<{ id: string }>(async (request, { ctx, agent, params }) => {
  const input = statusSchema.parse(await readJson(request))
  return toConversationView(await setStatus(ctx, agent, parseId(params.id), input))
})
