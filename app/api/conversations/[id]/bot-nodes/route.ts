import { listBotNodes } from '@/lib/db/channel/bot-nodes'
import { getConversation } from '@/lib/db/conversation/conversations'
import { forAgent, parseId } from '@/lib/http/for-agent'

/** The nodes at which the bot of this conversation's channel can go on, as far as we have seen them. */
export const GET = forAgent<{ id: string }>(async (_request, { ctx, params }) => {
  const { channelId } = await getConversation(ctx.sql, parseId(params.id))
  return { items: await listBotNodes(ctx.sql, channelId), nextCursor: null }
})
