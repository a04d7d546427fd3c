import { auditSchema, exportAudit } from '@/lib/admin/log/audit'
import { forAction } from '@/lib/http/for-agent'
import { addressOf } from '@/lib/http/guard/note-refusal'
import { tellSecurity } from '@/lib/security-log'

/** The same as CSV, streamed. */
export const GET = forAction('see-audit', async (request, { ctx, agent }) => {
  const query = auditSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  tellSecurity('audit.exported', { who: agent.id, from: addressOf(request.headers) })
  return new Response(exportAudit(ctx, agent, query), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'no-store',
    },
  })
})
