import { listChannels } from '@/lib/db/channel/channels'
import { forAction } from '@/lib/http/for-agent'

/** What is decided for each channel: `{ items: [{ id, name, platform, settings }], nextCursor }`. */
export const GET = forAction('configure-channels', async (_request, { ctx }) => ({
  items: (await listChannels(ctx.sql)).map(({ id, name, platform, settings }) => ({
    id,
    name,
    platform,
    settings,
  })),
  nextCursor: null,
}))
