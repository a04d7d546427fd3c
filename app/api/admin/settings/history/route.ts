import { historySchema, readSettingHistory } from '@/lib/admin/log/setting-history'
import { forAction } from '@/lib/http/for-agent'

/** What a setting was, newest first: `?of=tags`, `?of=canned-reply&id=`, `?of=channel&id=`. */
export const GET = forAction('manage-tags', (request, { ctx, agent }) =>
  readSettingHistory(
    ctx,
    agent,
    historySchema.parse(Object.fromEntries(new URL(request.url).searchParams)),
  ),
)
