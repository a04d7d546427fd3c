import { tagChangeSchema } from '@/lib/domain/conversation/conversation-tags'
import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { tagConversation } from '@/lib/inbox/conversation/tag-conversation'
import { toConversationView } from '@/lib/view/conversation-view'

/** Puts on and takes off: `{ add?, remove? }`. Gives the conversation as it is then. */
export const PUT = forAgent<{ id: string }>(async (request, { ctx, agent, params }) => {
  const input = tagChangeSchema.parse(await readJson(request))
  return toConversationView(await tagConversation(ctx, agent, parseId(params.id), input))
})
