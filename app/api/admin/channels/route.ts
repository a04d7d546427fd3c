import { addChannel, channelSchema } from '@/lib/admin/channel/add-channel'
import { browseChannels, showChannel } from '@/lib/admin/channel/browse-channels'
import { readJson } from '@/lib/http/body/body'
import { forAction } from '@/lib/http/for-agent'
import { toChannelDetail, toChannelView } from '@/lib/view/channel-view'
import { toPage } from '@/lib/view/page-view'

/** Every channel with its state, its last delivery, its silence and its rejected signatures: `{ items, nextCursor }`. */
export const GET = forAction('manage-stella', async (_request, { ctx, runtime }) => {
  return toPage(await browseChannels(ctx, runtime.settings.PUBLIC_URL), toChannelView)
})

/** Connects a channel and gives it as it is then, with its webhook address. */
export const POST = forAction('manage-stella', async (request, { ctx, agent, runtime }) => {
  const { id } = await addChannel(ctx, channelSchema.parse(await readJson(request)), agent.id)
  return toChannelDetail(await showChannel(ctx, id, runtime.settings.PUBLIC_URL))
})
