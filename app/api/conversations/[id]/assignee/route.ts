import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { assign, assigneeSchema } from '@/lib/inbox/owner/assign'
import { toConversationView } from '@/lib/view/conversation-view'

/** Gives the conversation to an agent, or back to the queue. Gives it as it is then. */
export const PUT = forAgent<{ id: string }>(async (request, { ctx, agent, params }) => {
  const input = assigneeSchema.parse(await readJson(request))
  return toConversationView(await assign(ctx, agent, parseId(params.id), input))
})
