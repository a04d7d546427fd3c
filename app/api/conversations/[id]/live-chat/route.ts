import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { liveChatSchema, setLiveChat } from '@/lib/inbox/owner/set-live-chat'
import { toConversationView } from '@/lib/view/conversation-view'

/** Takes over or hands back. Gives the conversation as it is then. */
export const PUT = forAgent<{ id: string }>(async (request, { ctx, agent, params }) => {
  const input = liveChatSchema.parse(await readJson(request))
  return toConversationView(await setLiveChat(ctx, agent, parseId(params.id), input))
})
