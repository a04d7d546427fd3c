import { z } from 'zod'
import type { Context } from '@/lib/context'
import { type AuditRow, listAudit } from '@/lib/db/log/audit'
import { CURSOR_UNKNOWN } from '@/lib/domain/conversation/order'
import { AUDIT_GROUPS, type AuditEntry, toAuditWords } from '@/lib/domain/log/audit'
import { toCsvLine } from '@/lib/domain/log/csv'
import type { Viewer } from '@/lib/domain/people/viewer'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { schemaMessage } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'

const PAGE_DEFAULT = 50
const PAGE_MAX = 200
const EXPORT_PAGE = 500

const moment = z
  .string()
  .refine((text) => isMoment(Date.parse(text)), schemaMessage('audit.problem.time'))
  .transform((text) => Date.parse(text))

export const auditSchema = z.object({
  who: z.uuid(schemaMessage('audit.problem.who')).toLowerCase().optional(),
  what: z
    .enum(
      AUDIT_GROUPS,
      schemaMessage('audit.problem.what', { list: { list: AUDIT_GROUPS, type: 'or' } }),
    )
    .default('acts'),
  from: moment.optional(),
  /** Not included. */
  to: moment.optional(),
  conversation: z.uuid(schemaMessage('audit.problem.conversation')).toLowerCase().optional(),
  cursor: z.coerce.number(CURSOR_UNKNOWN).int(CURSOR_UNKNOWN).positive(CURSOR_UNKNOWN).optional(),
  limit: z.coerce.number(schemaMessage('audit.problem.limit')).int().default(PAGE_DEFAULT),
})
type Query = z.infer<typeof auditSchema>

/** Of years that a database and a reader both know. */
function isMoment(at: number): boolean {
  return at >= Date.UTC(1900, 0) && at < Date.UTC(10_000, 0)
}

/** A page of what people did, newest first, as far as the reader may see the channels. */
export async function readAudit(ctx: Context, viewer: Viewer, query: Query) {
  const limit = Math.min(Math.max(query.limit, 1), PAGE_MAX)
  const rows = await listAudit(ctx.sql, { ...toFilter(viewer, query), limit: limit + 1 })
  const items = rows.slice(0, limit).map(toEntry)
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null }
}

const HEAD = [
  'audit.csv.time',
  'audit.csv.who',
  'audit.csv.email',
  'audit.csv.act',
  'audit.csv.kind',
  'audit.csv.member',
  'audit.csv.conversation',
  'audit.csv.channel',
  'audit.csv.event',
] as const

/** The same as CSV in the reader's language, times in UTC; page by page as the reader takes it: a year of acts needs no more memory than a page. */
export function exportAudit(
  ctx: Context,
  viewer: Viewer,
  query: Query,
  translator: Translator,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const head = toCsvLine(HEAD.map((key) => translator.t(key)))
  const filter = toFilter(viewer, query)
  let before = query.cursor
  return new ReadableStream<Uint8Array>({
    // A byte order mark, so that spreadsheets read names as they were written.
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${head}`)),
    async pull(controller) {
      const rows = await listAudit(ctx.sql, { ...filter, before, limit: EXPORT_PAGE })
      before = rows.at(-1)?.id
      const lines = rows.map((row) => toLine(toEntry(row), translator))
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')))
      if (rows.length < EXPORT_PAGE) controller.close()
    },
  })
}

function toFilter(viewer: Viewer, { who, what, from, to, conversation, cursor }: Query) {
  return {
    agentId: who,
    group: what,
    from,
    to,
    conversationId: conversation,
    before: cursor,
    seenChannels: channelsSeenBy(viewer),
  }
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.receivedAt,
    who: row.agentId
      ? { id: row.agentId, name: row.agentName, email: row.agentEmail ?? '' }
      : undefined,
    kind: row.kind,
    words: toAuditWords({
      kind: row.kind,
      body: JSON.parse(Buffer.from(row.body).toString('utf8')),
      target: row.targetName ?? undefined,
    }),
    conversation:
      row.conversationId && row.memberName
        ? { id: row.conversationId, member: row.memberName }
        : undefined,
    channel:
      row.channelId && row.channelName ? { id: row.channelId, name: row.channelName } : undefined,
  }
}

function toLine(
  { id, at, who, kind, words, conversation, channel }: AuditEntry,
  { say, t }: Translator,
): string {
  return toCsvLine([
    new Date(at).toISOString(),
    who && (who.name ?? t('audit.formerAgent')),
    who?.email,
    say(words),
    kind,
    conversation?.member,
    conversation?.id,
    channel?.name,
    id,
  ])
}
