import { setTags } from '@/lib/admin/workspace/set-tags'
import { listTags } from '@/lib/db/workspace/canned-and-tags'
import { workspaceTagsSchema } from '@/lib/domain/workspace/workspace-tag'
import { readJson } from '@/lib/http/body/body'
import { forAction } from '@/lib/http/for-agent'

/** The tags of the workspace: `{ items, nextCursor }`. */
export const GET = forAction('manage-tags', async (_request, { ctx }) => ({
  items: await listTags(ctx.sql),
  nextCursor: null,
}))

/** Sets all of them, in their order. */
export const PUT = forAction('manage-tags', async (request, { ctx, agent }) => {
  const { tags } = workspaceTagsSchema.parse(await readJson(request))
  await setTags(ctx, agent.id, tags)
  return { items: tags, nextCursor: null }
})
