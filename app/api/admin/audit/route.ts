import { auditSchema, readAudit } from '@/lib/admin/log/audit'
import { forAction } from '@/lib/http/for-agent'
import { toAuditEntryView } from '@/lib/view/audit-view'
import { toPage } from '@/lib/view/page-view'

/** What people did, newest first: `{ items, nextCursor }`. */
export const GET = forAction('see-audit', async (request, { ctx, agent }) => {
  const query = auditSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  return toPage(await readAudit(ctx, agent, query), toAuditEntryView)
})
