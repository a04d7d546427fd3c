import type { OwnershipSpanRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'

export type NamedSpan = OwnershipSpanRow & { agentName: string | null; byName: string | null }

/** The newest stretches of a conversation by who should answer, oldest first. */
export async function listSpans(
  sql: Queryable,
  conversationId: string,
  limit: number,
): Promise<NamedSpan[]> {
  const rows = await sql<NamedSpan[]>`
    select s.*, a.name as agent_name, b.name as by_name from ownership_spans s
      left join agents a on a.id = s.agent_id left join agents b on b.id = s.by_agent_id
    where s.conversation_id = ${conversationId} order by s.place desc limit ${limit}`
  return rows.reverse()
}
