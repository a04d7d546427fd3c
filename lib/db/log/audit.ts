import { type AuditGroup, GROUP_PREFIXES, WORKSPACE_PREFIXES } from '@/lib/domain/log/audit'
import type { Queryable } from '../client'

export interface AuditFilter {
  agentId?: string
  group: AuditGroup
  /** Epoch ms; `to` is not included. */
  from?: number
  to?: number
  conversationId?: string
  /** The channels the reader is kept to; undefined: all. */
  seenChannels?: string[]
  /** An event id: what came before it. */
  before?: number
  limit: number
}

export interface AuditRow {
  id: number
  kind: string
  receivedAt: number
  body: Uint8Array
  agentId: string | null
  agentName: string | null
  agentEmail: string | null
  targetName: string | null
  conversationId: string | null
  memberName: string | null
  channelId: string | null
  channelName: string | null
}

/** What people did, newest first. Only our own events have bodies that are JSON for sure. */
export async function listAudit(sql: Queryable, filter: AuditFilter): Promise<AuditRow[]> {
  return sql<AuditRow[]>`
    select e.id, e.kind, e.received_at, e.body, e.agent_id, a.name as agent_name,
      a.email as agent_email, t.name as target_name, coalesce(mc.into_id, e.conversation_id) as conversation_id,
      coalesce(m.name, m.profile_name, m.external_id) as member_name,
      ch.id as channel_id, ch.name as channel_name
    from events e
      left join agents a on a.id = e.agent_id
      left join agents t on t.id = case when e.kind like 'agent.%'
        then (convert_from(e.body, 'UTF8')::jsonb->>'agentId')::uuid end
      left join merged_conversations mc on mc.id = e.conversation_id
      left join conversations c on c.id = coalesce(mc.into_id, e.conversation_id)
      left join members m on m.id = c.member_id
      left join channels ch on ch.id = coalesce(e.channel_id, c.channel_id)
    where e.kind <> 'webhook' and (e.agent_id is not null or ${prefixed(sql, WORKSPACE_PREFIXES)})
      and ${inGroup(sql, filter.group)}
      ${filter.agentId ? sql`and e.agent_id = ${filter.agentId}` : sql``}
      ${filter.conversationId ? sql`and coalesce(mc.into_id, e.conversation_id) = ${filter.conversationId}` : sql``}
      ${filter.from === undefined ? sql`` : sql`and e.received_at >= ${filter.from}`}
      ${filter.to === undefined ? sql`` : sql`and e.received_at < ${filter.to}`}
      ${filter.seenChannels ? sql`and (ch.id is null or ch.id = any(${filter.seenChannels}::uuid[]))` : sql``}
      ${filter.before === undefined ? sql`` : sql`and e.id < ${filter.before}`}
    order by e.id desc limit ${filter.limit}`
}

function inGroup(sql: Queryable, group: AuditGroup) {
  if (group === 'acts') return sql`e.kind <> 'conversation.read'`
  if (group === 'reading') return sql`e.kind = 'conversation.read'`
  const not = group === 'conversations' ? sql`e.kind <> 'conversation.read' and` : sql``
  return sql`${not} ${prefixed(sql, GROUP_PREFIXES[group])}`
}

function prefixed(sql: Queryable, prefixes: string[]) {
  return sql`split_part(e.kind, '.', 1) = any(${prefixes})`
}
