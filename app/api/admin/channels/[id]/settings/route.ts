import { configureChannel } from '@/lib/admin/channel/configure-channel'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { readJson } from '@/lib/http/body/body'
import { forRole, parseId } from '@/lib/http/for-agent'

/** Sets what is decided for a channel: colour, hand-over keywords, idle timers, hours. Admins only. */
export const PUT = forRole<{ id: string }>('admin', async (request, { params, agent, ctx }) => {
  const settings = channelSettingsSchema.parse(await readJson(request))
  return configureChannel(ctx, agent.id, parseId(params.id), settings)
})
