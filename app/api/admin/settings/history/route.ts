import { historySchema, readSettingHistory } from '@/lib/admin/log/setting-history'
import { forAction } from '@/lib/http/for-agent'
import { toSettingVersionView } from '@/lib/view/audit-view'
import { toPage } from '@/lib/view/page-view'

/** What a setting was, newest first: `?of=tags`, `?of=canned-reply&id=`, `?of=channel&id=`. */
export const GET = forAction('manage-tags', async (request, { ctx, agent }) => {
  const ref = historySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  return toPage(await readSettingHistory(ctx, agent, ref), toSettingVersionView)
})
