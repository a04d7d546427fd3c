import type { AgentRef } from '../people/agent-ref'

export type ActivityKind =
  | 'took-over'
  | 'handed-back'
  | 'idle-handed-back'
  | 'idle-resolved'
  | 'assigned'
  | 'unassigned'
  | 'released'
  | 'bot-asked'
  | 'member-asked'
  | 'bot-not-stopped'
  | 'bot-spoke'
  | 'bot-took-back'
  | 'node-refused'
  | 'resolved'
  | 'reopened'
  | 'tagged'
  | 'untagged'
  | 'disconnected'
  | 'reconnected'
  | 'id-changed'
  | 'identity-changed'
  | 'came-by-link'
  | 'opted-in'
  | 'opened-chat'
  | 'blocked'
  | 'unblocked'
  | 'unfollowed'
  | 'came-by-code'
  | 'was-at'
  | 'service-note'
  | 'noticed'
  | CallActivityKind
  | 'marketing-stopped'
  | 'marketing-resumed'
  | 'threads-joined'

/** A call: of the member or, with `our-`, of our side. Its detail is how many seconds it took, where that is known. */
export type CallActivityKind =
  | 'call'
  | 'call-missed'
  | 'call-taken'
  | 'our-call'
  | 'our-call-missed'
  | 'our-call-taken'

/** A line between messages: who took over, handed back, resolved. Folded from the log, never sent. */
export interface Activity {
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
  detail?: string
}
