import { auditSchema, readAudit } from '@/lib/admin/log/audit'
import { forAction } from '@/lib/http/for-agent'

/** What people did, newest first: `{ items, nextCursor }`. */
export const GET = forAction('see-audit', (request, { ctx, agent }) =>
  readAudit(ctx, agent, auditSchema.parse(Object.fromEntries(new URL(request.url).searchParams))),
)
