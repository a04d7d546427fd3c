import { z } from 'zod'
import { secretSchema } from '@/lib/admin/channel/add-channel'
import { showChannel } from '@/lib/admin/channel/browse-channels'
import { addSecret } from '@/lib/admin/channel/rotate-secret'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'
import { toChannelDetail } from '@/lib/view/channel-view'

const input = z.object({ secret: secretSchema })

/** Adds the second secret of a rotation: both are accepted until one is removed. */
export const POST = forAction<{ id: string }>('manage-stella', async (request, call) => {
  const { ctx, agent, params, runtime } = call
  const id = parseId(params.id)
  await addSecret(ctx, agent.id, id, input.parse(await readJson(request)).secret)
  return toChannelDetail(await showChannel(ctx, id, runtime.settings.PUBLIC_URL))
})
