import { removeCannedReply, saveCannedReply } from '@/lib/admin/workspace/canned-replies'
import { cannedReplyInputSchema } from '@/lib/domain/reply/schema/canned-reply-schema'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Adds a canned reply under an id of the browser's, or changes it. */
export const PUT = forAction<{ id: string }>(
  'manage-canned-replies',
  async (request, { ctx, agent, params }) => {
    const input = cannedReplyInputSchema.parse(await readJson(request))
    return saveCannedReply(ctx, agent.id, parseId(params.id), input)
  },
)

/** Takes it away; its history stays. */
export const DELETE = forAction<{ id: string }>(
  'manage-canned-replies',
  async (_request, { ctx, agent, params }) => {
    await removeCannedReply(ctx, agent.id, parseId(params.id))
    return {}
  },
)
