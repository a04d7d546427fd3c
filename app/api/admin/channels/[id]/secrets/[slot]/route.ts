import { z } from 'zod'
import { showChannel } from '@/lib/admin/channel/browse-channels'
import { removeSecret } from '@/lib/admin/channel/rotate-secret'
import { forAction, parseId } from '@/lib/http/for-agent'
import { schemaMessage } from '@/lib/i18n/reason'
import { toChannelDetail } from '@/lib/view/channel-view'

const SLOT = schemaMessage('failure.secretSlot')
const slotSchema = z.coerce.number(SLOT).int(SLOT)

/** Removes one of two secrets: deliveries signed with it are turned away from then on. */
export const DELETE = forAction<{ id: string; slot: string }>(
  'manage-stella',
  async (_request, call) => {
    const { ctx, agent, params, runtime } = call
    const id = parseId(params.id)
    await removeSecret(ctx, agent.id, id, slotSchema.parse(params.slot))
    return toChannelDetail(await showChannel(ctx, id, runtime.settings.PUBLIC_URL))
  },
)
