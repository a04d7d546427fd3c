import { showChannel } from '@/lib/admin/channel/browse-channels'
import { changeChannel, channelChangeSchema } from '@/lib/admin/channel/change-channel'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'
import { toChannelDetail } from '@/lib/view/channel-view'

/** One channel with its secrets, of which only the last four characters are told. */
export const GET = forAction<{ id: string }>(
  'manage-stella',
  async (_request, { ctx, params, runtime }) =>
    toChannelDetail(await showChannel(ctx, parseId(params.id), runtime.settings.PUBLIC_URL)),
)

/** Sets its name and its own id on the platform right. */
export const PUT = forAction<{ id: string }>('manage-stella', async (request, call) => {
  const { ctx, agent, params, runtime } = call
  const id = parseId(params.id)
  await changeChannel(ctx, agent.id, id, channelChangeSchema.parse(await readJson(request)))
  return toChannelDetail(await showChannel(ctx, id, runtime.settings.PUBLIC_URL))
})
