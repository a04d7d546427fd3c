import type { AuditQuery } from '@/lib/client/log/audit'
import { AUDIT_GROUPS } from '@/lib/domain/log/audit'
import { paths } from '@/lib/paths'

const FIELDS = ['who', 'from', 'to', 'conversation'] as const

/** What is looked for, as an address says it. */
export function toAuditQuery(search: { get(name: string): string | null }): AuditQuery {
  const what = AUDIT_GROUPS.find((group) => group === search.get('what')) ?? 'acts'
  const rest = FIELDS.map((field) => [field, search.get(field) || undefined])
  const query: AuditQuery = { what, ...Object.fromEntries(rest) }
  return { ...query, from: toDay(query.from), to: toDay(query.to) }
}

/** What an address says that is no day is no wish. */
function toDay(text: string | undefined): string | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''))
  return isDay ? text : undefined
}

/** The page that shows just this. */
export function toAuditAddress(query: AuditQuery): string {
  const search = new URLSearchParams({ what: query.what })
  for (const field of FIELDS) {
    const value = query[field]
    if (value) search.set(field, value)
  }
  return `${paths.admin.audit}?${search}`
}
