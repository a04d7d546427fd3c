import { toOrderText } from '@/lib/domain/conversation/order'
import type { ActivityKind } from '@/lib/domain/message/activity'
import type { NamedActivity } from '@/lib/domain/message/full-message'
import { type AgentRef, toAgentRef } from '@/lib/domain/people/agent-ref'
import type { Said } from '@/lib/i18n/reason'
import { toIso } from './iso'

/** A line between messages: who took over, handed back, resolved. Folded from the log, never sent. */
export interface ActivityView {
  id: string
  at: string
  order: string
  kind: ActivityKind
  agent?: AgentRef
  /**
   * For what the platform told about the member: in its words, or what it is about. Else the member's word for a
   * person, the bot's node, the minutes of a timer, tags, who assigned it, why the bot could not be stopped, or why who
   * held it can't any more (`LeftBecause`).
   */
  detail?: Said
}

/** An activity as it stands in JSON. */
export function toActivityView(row: NamedActivity): ActivityView {
  return {
    id: row.id,
    at: toIso(row.at),
    order: toOrderText({ sentAt: row.at, eventId: row.eventId, place: 0 }),
    kind: row.kind,
    detail: row.detail ?? undefined,
    agent: toAgentRef(row.agentId, row.agentName),
  }
}
