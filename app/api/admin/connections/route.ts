import { addConnection, connectionSchema } from '@/lib/admin/channel/add-connection'
import { browseConnections } from '@/lib/admin/channel/browse-channels'
import { readJson } from '@/lib/http/body/body'
import { forAction } from '@/lib/http/for-agent'
import { toConnectionView } from '@/lib/view/channel-view'
import { toPage } from '@/lib/view/page-view'

/** Every Stella app, by name: `{ items, nextCursor }`. Of tokens only the last four characters. */
export const GET = forAction('manage-stella', async (_request, { ctx }) => {
  return toPage(await browseConnections(ctx), toConnectionView)
})

/** Connects a Stella app: `{ id }`. */
export const POST = forAction('manage-stella', async (request, { ctx, agent }) =>
  addConnection(ctx, connectionSchema.parse(await readJson(request)), agent.id),
)
