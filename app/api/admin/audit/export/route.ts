import { auditSchema, exportAudit } from '@/lib/admin/log/audit'
import { readerOf } from '@/lib/auth/reader-locale'
import { forAction } from '@/lib/http/for-agent'
import { addressOf } from '@/lib/http/guard/note-refusal'
import { translatorFor } from '@/lib/i18n/catalogues'
import { tellSecurity } from '@/lib/security-log'

/** The same as CSV, streamed, in the language of whoever takes it. */
export const GET = forAction('see-audit', async (request, { ctx, agent }) => {
  const query = auditSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { locale, timeZone } = readerOf(request, agent)
  tellSecurity('audit.exported', { who: agent.id, from: addressOf(request.headers) })
  return new Response(exportAudit(ctx, agent, query, translatorFor(locale, timeZone)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'no-store',
    },
  })
})
