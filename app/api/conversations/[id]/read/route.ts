import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { markRead, readSchema } from '@/lib/inbox/conversation/mark-read'
import { toConversationView } from '@/lib/view/conversation-view'

/** Marks the thread read up to a message. Gives the conversation as it is then. */
export const PUT = forAgent<{ id: string }>(async (request, { ctx, agent, params }) => {
  const input = readSchema.parse(await readJson(request))
  return toConversationView(await markRead(ctx, agent, parseId(params.id), input))
})
