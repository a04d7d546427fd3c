import type { Context } from '@/lib/context'
import { getConversation } from '@/lib/db/conversation/conversations'
import { listMessages } from '@/lib/db/message/messages'
import { listSpans, type NamedSpan } from '@/lib/db/owner/spans'
import { toOrderText } from '@/lib/domain/conversation/order'
import {
  type HandOver,
  type OwnerStretch,
  toHandOver,
  toPersonStretches,
} from '@/lib/domain/owner/hand-over'
import { toAgentRef } from '@/lib/domain/people/agent-ref'

const SPANS_MAX = 200
const LINES_MAX = 60
/** Behind every line of the same moment. */
const LAST_PLACE = { eventId: 9_000_000_000_000_000, place: 999_999 }

/** What there is to know at the newest stretch of a person; undefined where no person was ever asked for. Throws `not_found`. */
export async function readHandOver(
  ctx: Context,
  conversationId: string,
): Promise<HandOver | undefined> {
  await getConversation(ctx.sql, conversationId)
  const spans = await listSpans(ctx.sql, conversationId, SPANS_MAX)
  const persons = toPersonStretches(spans.map(toStretch))
  const latest = persons.at(-1)
  if (!latest) return undefined
  const order = toOrderText({ sentAt: latest.startedAt, ...LAST_PLACE })
  const { items } = await listMessages(ctx.sql, conversationId, { before: order, limit: LINES_MAX })
  return toHandOver(conversationId, persons, items, order)
}

function toStretch(span: NamedSpan): OwnerStretch {
  const { owner, startedAt, endedAt, why, detail } = span
  return {
    owner,
    startedAt,
    endedAt,
    why,
    detail: detail ?? undefined,
    agent: toAgentRef(span.agentId, span.agentName),
    by: toAgentRef(span.byAgentId, span.byName),
  }
}
