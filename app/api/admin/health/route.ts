import { readHealth } from '@/lib/admin/workspace/read-health'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { forAction } from '@/lib/http/for-agent'
import { toHealthView } from '@/lib/view/health-view'

/** How the inbox is doing: `{ lines, figures, stella, at }`. */
export const GET = forAction('see-health', async (_request, { ctx, runtime, agent }) => {
  const report = await readHealth({
    ctx,
    streams: runtime.hub.size,
    dataDir: runtime.settings.DATA_DIR,
    ownId: runtime.presence.id,
    seenChannels: channelsSeenBy(agent),
  })
  return toHealthView(report)
})
