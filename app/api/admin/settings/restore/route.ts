import { restoreSchema, restoreSetting } from '@/lib/admin/log/setting-history'
import { readJson } from '@/lib/http/body/body'
import { forAction } from '@/lib/http/for-agent'

/** Sets a setting to what it was in a version: `{ eventId }`. */
export const POST = forAction('manage-tags', async (request, { ctx, agent }) => {
  await restoreSetting(ctx, agent, restoreSchema.parse(await readJson(request)))
  return {}
})
