import { z } from 'zod'
import { showChannel } from '@/lib/admin/channel/browse-channels'
import { connectAgain } from '@/lib/admin/channel/change-channel'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'
import { schemaMessage } from '@/lib/i18n/reason'
import { toChannelDetail } from '@/lib/view/channel-view'

const input = z.object({
  connected: z.boolean(schemaMessage('failure.field.boolean', { field: 'connected' })),
})

/** Disconnects a channel, or connects it again under its old webhook address. */
export const PUT = forAction<{ id: string }>('manage-stella', async (request, call) => {
  const { ctx, agent, params, runtime } = call
  const id = parseId(params.id)
  await connectAgain(ctx, agent.id, id, input.parse(await readJson(request)).connected)
  return toChannelDetail(await showChannel(ctx, id, runtime.settings.PUBLIC_URL))
})
