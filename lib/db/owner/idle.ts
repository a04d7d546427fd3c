import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import type { IdleFacts } from '@/lib/domain/owner/idle'
import type { Queryable } from '../client'

export interface IdleRow extends IdleFacts {
  id: string
  settings: ChannelSettings
}

/** The last line of a person on our side that did not fail; texts that we sent by ourselves don't count. */
const LAST_OURS = `
  select m.sent_at from messages m
  where m.conversation_id = c.id and not m.removed and m.send_at is null
    and m.delivery is distinct from 'failed'
    and (m.author in ('api', 'relay', 'phone', 'page') or (m.author = 'agent' and m.agent_id is not null))
  order by m.sent_at desc, m.event_id desc, m.place desc limit 1`

/** When a person on our side last wrote, in epoch ms; null where nobody did. */
export async function readLastOurs(sql: Queryable, conversationId: string): Promise<number | null> {
  const [row] = await sql<{ lastOursAt: number | null }[]>`
    select (${sql.unsafe(LAST_OURS)}) as last_ours_at from conversations c where c.id = ${conversationId}`
  return row?.lastOursAt ?? null
}

/** Conversations that an agent holds on channels with a timer; of one conversation, where an id is given. */
export async function listTimed(sql: Queryable, conversationId?: string): Promise<IdleRow[]> {
  return sql<IdleRow[]>`
    select c.id, c.owner, c.status, c.owner_since, c.last_inbound_at as last_member_at, ch.settings, m.locale,
      (${sql.unsafe(LAST_OURS)}) as last_ours_at
    from conversations c join channels ch on ch.id = c.channel_id
      join members m on m.id = c.member_id
    where c.owner = 'agent' and c.status = 'open' and c.assignee_id in (select id from agents)
      and ch.authorized
      and (ch.settings ? 'agentIdleMinutes' or ch.settings ? 'memberIdleMinutes')
      ${conversationId ? sql`and c.id = ${conversationId}` : sql``}`
}
