import { z } from 'zod'
import { showChannel } from '@/lib/admin/channel/browse-channels'
import { pauseChannel } from '@/lib/admin/channel/change-channel'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'
import { schemaMessage } from '@/lib/i18n/reason'
import { toChannelDetail } from '@/lib/view/channel-view'

const input = z.object({
  paused: z.boolean(schemaMessage('failure.field.boolean', { field: 'paused' })),
})

/** Pauses a channel, so that nothing is sent, or resumes it. */
export const PUT = forAction<{ id: string }>('manage-stella', async (request, call) => {
  const { ctx, agent, params, runtime } = call
  const id = parseId(params.id)
  await pauseChannel(ctx, agent.id, id, input.parse(await readJson(request)).paused)
  return toChannelDetail(await showChannel(ctx, id, runtime.settings.PUBLIC_URL))
})
